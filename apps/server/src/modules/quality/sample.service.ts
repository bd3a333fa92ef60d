import { type Sample, type SampleRow, topics, type Truth } from '@rongmei/contract'
import { ratio, startOfDay } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { daysOf } from '../../platform/period.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { findFirstTexts } from '../newsroom/index.ts'
import { checkText } from '../proofreading/index.ts'
import { compare, isSettled, tally } from './domain/agreement.ts'
import { SampleMarked, SampleSettled, SamplesDrawn } from './quality.events.ts'
import { mayMark, mayQuality, maySettle } from './quality.policy.ts'
import {
  findMarkings,
  findSample,
  findSamples,
  insertSamples,
  lockSample,
  putMarking,
  putTruth,
} from './sample.store.ts'
import { standingOf, viewRow, viewSample } from './sample.view.ts'
import type { MarkingTable, SampleTable } from './tables.ts'

/** Samples of a month, and what the marks of its whole year say. @throws Refused ability.missing */
export async function listSamples(ctx: Ctx, month: string) {
  demand(mayQuality(ctx.actor, 'look'))
  const year = month.slice(0, 4)
  const samples = await findSamples(ctx, `${year}-01`, `${year}-12`)
  const inMonth = samples.filter((sample) => sample.month === month)
  const markings = await findMarkings(
    ctx,
    inMonth.map((sample) => sample.id),
  )
  const items: SampleRow[] = inMonth.map((sample) => viewRow(sample, marksOf(markings, sample), ctx.actor))
  return { items, rates: ratesOf(samples), can: { draw: mayQuality(ctx.actor, 'work').ok } }
}

const marksOf = (markings: readonly MarkingTable[], sample: SampleTable) =>
  markings.filter((marking) => marking.sample_id === sample.id)

/** Sums over the samples about which the truth is known. Recall = caught ÷ (caught + missed); false alarms = wrong ÷ findings. */
export function ratesOf(samples: readonly SampleTable[]) {
  const sum = { samples: samples.length, settled: 0, caught: 0, missed: 0, wrong: 0, characters: 0 }
  for (const sample of samples) {
    if (!sample.truth) continue
    const { caught, missed, wrong } = tally(sample.findings.length, sample.truth)
    sum.settled += 1
    sum.caught += caught
    sum.missed += missed
    sum.wrong += wrong
    sum.characters += sample.characters
  }
  return {
    ...sum,
    recall: ratio(sum.caught, sum.caught + sum.missed)?.toString() ?? null,
    falseAlarms: ratio(sum.wrong, sum.caught + sum.wrong)?.toString() ?? null,
  }
}

/**
 * Draws texts of a month as they were first kept, with what the engine finds in them now.
 * @throws Refused ability.missing
 */
export async function drawSamples(ctx: Ctx, month: string, size: number): Promise<{ drawn: number }> {
  demand(mayQuality(ctx.actor, 'work'))
  const [first, after] = daysOf({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) })
  const taken = new Set((await findSamples(ctx, month, month)).map((sample) => sample.story_id))
  const span = [new Date(startOfDay(first)), new Date(startOfDay(after))] as const
  const texts = await findFirstTexts(ctx, ...span, month, taken.size + size)
  const rows: SampleTable[] = []
  for (const text of texts.filter((one) => !taken.has(one.id)).slice(0, size)) {
    const { findings } = await checkText(ctx, text.document, text.publishedAt.toISOString().slice(0, 10))
    rows.push({
      id: ctx.newId(),
      month,
      story_id: text.id,
      number: text.number,
      title: text.title,
      characters: text.characters,
      blocks: text.document.blocks,
      findings: findings.map((finding) => ({ ...finding, suggestions: [...finding.suggestions] })),
      drawn_at: new Date(ctx.now()),
      drawn_by: ctx.actor.name,
      truth: null,
      settled_at: null,
      settled_by: null,
      settler_name: null,
    })
  }
  return ctx.tx(async (t) => {
    const drawn = await insertSamples(t, rows)
    await t.emit(SamplesDrawn, `month:${month}`, { month, drawn })
    t.touch(topics.quality)
    return { drawn }
  })
}

/** @throws Refused ability.missing, platform.notFound */
export async function getSample(ctx: Ctx, id: string): Promise<Sample> {
  demand(mayQuality(ctx.actor, 'look'))
  const sample = (await findSample(ctx, id)) ?? refuse('platform.notFound')
  return viewSample(sample, await findMarkings(ctx, [id]), ctx.actor)
}

/** Every mark must lie in the text that was drawn. @throws Refused quality.badPlace */
function demandPlaces(sample: SampleTable, { wrong, missed }: Truth): void {
  const inside = missed.every(({ block, start, end, quote }) => sample.blocks[block]?.text.slice(start, end) === quote)
  if (!inside || wrong.some((index) => index >= sample.findings.length)) refuse('quality.badPlace')
}

/**
 * Keeps what one person found; with the second marking the truth is known if the two agree.
 * @throws Refused ability.missing, platform.notFound, quality.settled, quality.threeMarkers, quality.badPlace
 */
export async function markSample(ctx: Ctx, id: string, marks: Truth): Promise<Sample> {
  demand(mayQuality(ctx.actor, 'work'))
  await ctx.tx(async (t) => {
    const sample = (await lockSample(t, id)) ?? refuse('platform.notFound')
    demand(mayMark(t.actor, standingOf(sample, await findMarkings(t, [id]))))
    demandPlaces(sample, marks)
    const wrong = [...new Set(marks.wrong)].sort((a, b) => a - b)
    const person = { person_id: t.actor.id ?? '', person_name: t.actor.name }
    await putMarking(t, { id: t.newId(), sample_id: id, ...person, wrong, missed: marks.missed, at: new Date(t.now()) })
    await t.emit(SampleMarked, `sample:${id}`, countsOf(sample, { wrong, missed: marks.missed }))
    const [one, other] = await findMarkings(t, [id])
    if (one && other) {
      const { agreed, dispute } = compare(one, other)
      if (isSettled(dispute)) await settle(t, sample, agreed, null)
    }
    t.touch(topics.quality)
  })
  return getSample(ctx, id)
}

/**
 * A third person decides what the truth is.
 * @throws Refused ability.missing, platform.notFound, quality.settled, quality.notDisputed, quality.ownMarking, quality.badPlace
 */
export async function settleSample(ctx: Ctx, id: string, truth: Truth): Promise<Sample> {
  demand(mayQuality(ctx.actor, 'work'))
  await ctx.tx(async (t) => {
    const sample = (await lockSample(t, id)) ?? refuse('platform.notFound')
    demand(maySettle(t.actor, standingOf(sample, await findMarkings(t, [id]))))
    demandPlaces(sample, truth)
    await settle(t, sample, truth, { id: t.actor.id, name: t.actor.name })
    t.touch(topics.quality)
  })
  return getSample(ctx, id)
}

const countsOf = (sample: SampleTable, { wrong, missed }: Truth) => ({
  storyId: sample.story_id,
  wrong: wrong.length,
  missed: missed.length,
})

async function settle(t: Tx, sample: SampleTable, truth: Truth, by: { id: string | null; name: string } | null) {
  const row = { truth, settled_at: new Date(t.now()), settled_by: by?.id ?? null, settler_name: by?.name ?? null }
  await putTruth(t, sample.id, row)
  await t.emit(SampleSettled, `sample:${sample.id}`, countsOf(sample, truth))
}
