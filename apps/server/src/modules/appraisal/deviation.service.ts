import { type Cause, type Sentence, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { DeviationSigned } from './appraisal.events.ts'
import { writeDeviation } from './deviation.store.ts'
import { type Cited, draftDeviation, likelyCause } from './domain/draft.ts'
import { lossOf } from './domain/gaps.ts'
import { getIndicator, type IndicatorReply, loadOpen } from './indicator.service.ts'
import { bumpIndicator, findFacts } from './indicator.store.ts'
import { mayProject } from './project.policy.ts'
import type { FactTable, IndicatorTable } from './tables.ts'

export type Draft = { cause: Cause; loss: string; sentences: Sentence[] }

/** Facts a draft reads; a person could not go through more. */
const MOST_FACTS = 1_000

/**
 * A draft of 偏差原因分析及改进措施, every sentence citing facts behind the value computed; nothing is stored.
 *
 * @param asked the class of causes; without it, the one the facts point to
 * @throws Refused ability.missing, platform.notFound, project.notEditable, indicator.noLoss, indicator.noFacts
 */
export async function draftIndicatorDeviation(ctx: Ctx, id: string, asked: Cause | undefined): Promise<Draft> {
  demand(mayProject(ctx.actor, 'fill'))
  const row = await loadOpen(ctx, id)
  const { indicator } = await getIndicator(ctx, id)
  const loss = lossOf(indicator)
  if (!loss?.greaterThan(0)) refuse('indicator.noLoss')
  const facts = await citable(ctx, row)
  const { computed } = indicator
  if (facts.length === 0 || computed === null || computed.value === null) refuse('indicator.noFacts')
  const cause = asked ?? likelyCause(facts)
  const { l3, target } = indicator
  const { text: actual, coverage, coverageNote } = computed
  const of = { l3, target, actual, loss: loss.toFixed(2), coverage, coverageNote }
  return { cause, loss: of.loss, sentences: draftDeviation(of, facts, cause) }
}

async function citable(ctx: Ctx, row: IndicatorTable): Promise<Cited[]> {
  if (row.computation_id === null) return []
  return (await findFacts(ctx, row.computation_id, 0, MOST_FACTS)).map(citedOf)
}

const citedOf = ({ no, label, note, at }: FactTable): Cited => ({ no, label, note, day: at ? dayOf(at) : null })

export type NewDeviation = { rev: number; cause: Cause; sentences: Sentence[]; draftedBy: 'template' | 'person' }

/**
 * Signs the reasons and measures of a row: the person and the moment are kept, and each sentence with its facts.
 *
 * @throws Refused ability.missing, platform.notFound, project.notEditable, indicator.noLoss, indicator.noFacts,
 * indicator.badCitation (a fact that is not behind this value), indicator.moved
 */
export async function signDeviation(ctx: Ctx, id: string, change: NewDeviation): Promise<IndicatorReply> {
  demand(mayProject(ctx.actor, 'fill'))
  const row = await loadOpen(ctx, id)
  if (!lossOf((await getIndicator(ctx, id)).indicator)?.greaterThan(0)) refuse('indicator.noLoss')
  const facts = new Map((await citable(ctx, row)).map((fact) => [fact.no, fact]))
  if (facts.size === 0) refuse('indicator.noFacts')
  const cited = [...new Set(change.sentences.flatMap((one) => one.facts))]
  if (cited.some((no) => !facts.has(no))) refuse('indicator.badCitation')
  await ctx.tx(async (t) => {
    if (!(await bumpIndicator(t, id, change.rev))) refuse('indicator.moved')
    await writeDeviation(t, {
      indicator_id: id,
      cause: change.cause,
      sentences: change.sentences,
      drafted_by: change.draftedBy,
      signed_by: t.actor.id,
      signer_name: t.actor.name,
      signed_at: new Date(t.now()),
    })
    await t.emit(DeviationSigned, `indicator:${id}`, {
      projectId: row.project_id,
      indicator: row.l3,
      cause: change.cause,
      draftedBy: change.draftedBy,
      text: change.sentences.map((one) => one.text).join(''),
      facts: cited.map((no) => facts.get(no)?.label ?? ''),
    })
    t.touch(topics.project(row.project_id))
  })
  return getIndicator(ctx, id)
}
