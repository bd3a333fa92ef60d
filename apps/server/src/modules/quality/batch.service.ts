import { type Batch, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { job } from '../../platform/jobs.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { countCurrentTexts, findCurrentTexts, type Text } from '../newsroom/index.ts'
import { checkText } from '../proofreading/index.ts'
import {
  type BatchSums,
  findBatch,
  findBatches,
  findBatchRows,
  insertBatch,
  insertBatchRows,
  lockBatch,
  updateBatch,
} from './batch.store.ts'
import { BatchEnded, BatchStarted } from './quality.events.ts'
import { mayQuality } from './quality.policy.ts'
import type { BatchRowTable } from './tables.ts'

/** Texts checked in one job: about a second's work, after which others have their turn. */
const AT_ONCE = 100
const SHOWN = 20
const QUOTES = 8

/** @throws Refused ability.missing */
export async function listBatches(ctx: Ctx) {
  demand(mayQuality(ctx.actor, 'look'))
  const items = (await findBatches(ctx, SHOWN)).map(viewBatch)
  return { items, can: { start: mayQuality(ctx.actor, 'work').ok } }
}

/** Begins a check of everything that is out. @throws Refused ability.missing, quality.batchRunning */
export async function startBatch(ctx: Ctx): Promise<Batch> {
  demand(mayQuality(ctx.actor, 'work'))
  const id = ctx.newId()
  await ctx.tx(async (t) => {
    const total = await countCurrentTexts(t)
    const started = await insertBatch(t, {
      id,
      started_at: new Date(t.now()),
      by_id: t.actor.id,
      by_name: t.actor.name,
      total,
      done: 0,
      after_id: null,
      state: 'running',
      finished_at: null,
    })
    if (!started) refuse('quality.batchRunning')
    await t.emit(BatchStarted, `batch:${id}`, { total })
    await t.enqueue(batchJob, { id })
    t.touch(topics.quality)
  })
  return viewBatch((await findBatch(ctx, id)) ?? refuse('platform.notFound'))
}

/** @throws Refused ability.missing, platform.notFound */
export async function cancelBatch(ctx: Ctx, id: string): Promise<Batch> {
  demand(mayQuality(ctx.actor, 'work'))
  await ctx.tx(async (t) => {
    const batch = (await lockBatch(t, id)) ?? refuse('platform.notFound')
    if (batch.state !== 'running') return
    await updateBatch(t, id, { state: 'cancelled', finished_at: new Date(t.now()) })
    const must = (await findBatch(t, id))?.must ?? 0
    await t.emit(BatchEnded, `batch:${id}`, { done: batch.done, cancelled: true, must })
    t.touch(topics.quality)
  })
  return viewBatch((await findBatch(ctx, id)) ?? refuse('platform.notFound'))
}

/**
 * Checks the next texts and hands on. Where a step was done already (a retry after a crash), `after_id` has moved on and
 * nothing is done twice.
 */
export async function continueBatch(ctx: Ctx, id: string): Promise<void> {
  const before = await findBatch(ctx, id)
  if (before?.state !== 'running') return
  const texts = await findCurrentTexts(ctx, before.after_id, AT_ONCE)
  const rows: BatchRowTable[] = []
  for (const text of texts) rows.push(await checkOne(ctx, id, text))
  await ctx.tx(async (t) => {
    const batch = await lockBatch(t, id)
    if (batch?.state !== 'running' || batch.after_id !== before.after_id) return
    await insertBatchRows(
      t,
      rows.filter((row) => row.must + row.should + row.hint > 0),
    )
    const last = texts.length < AT_ONCE
    const done = batch.done + texts.length
    await updateBatch(t, id, {
      done,
      after_id: texts.at(-1)?.id ?? batch.after_id,
      ...(last ? { state: 'done' as const, finished_at: new Date(t.now()), total: done } : {}),
    })
    if (last) {
      const must = (await findBatch(t, id))?.must ?? 0
      await t.emit(BatchEnded, `batch:${id}`, { done, cancelled: false, must })
    } else await t.enqueue(batchJob, { id })
    t.touch(topics.quality)
  })
}

async function checkOne(ctx: Ctx, batchId: string, text: Text): Promise<BatchRowTable> {
  const { findings } = await checkText(ctx, text.document, dayOf(text.publishedAt))
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return {
    batch_id: batchId,
    story_id: text.id,
    number: text.number,
    title: text.title,
    characters: text.characters,
    must: count('必须改'),
    should: count('建议'),
    hint: count('提示'),
    quotes: findings
      .slice(0, QUOTES)
      .map((one) => `${one.quote}${one.suggestions[0] ? ` → ${one.suggestions[0]}` : ''}`),
  }
}

export const batchJob = job({
  name: 'quality.batch',
  data: z.object({ id: z.uuid() }),
  run: (ctx, { id }) => continueBatch(ctx, id),
})

/** @throws Refused ability.missing, platform.notFound */
export async function listBatchRows(ctx: Ctx, id: string, page: { cursor?: string | undefined; limit: number }) {
  demand(mayQuality(ctx.actor, 'look'))
  if (!(await findBatch(ctx, id))) refuse('platform.notFound')
  const offset = Math.max(0, Number(page.cursor) || 0)
  const rows = await findBatchRows(ctx, id, offset, page.limit + 1)
  return {
    items: rows.slice(0, page.limit).map((row) => ({
      storyId: row.story_id,
      number: row.number,
      title: row.title,
      characters: row.characters,
      must: row.must,
      should: row.should,
      hint: row.hint,
      quotes: row.quotes,
    })),
    next: rows.length > page.limit ? String(offset + page.limit) : null,
  }
}

function viewBatch(row: BatchSums): Batch {
  return {
    id: row.id,
    by: row.by_name,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    total: row.total,
    done: row.done,
    state: row.state,
    must: row.must,
    should: row.should,
    hint: row.hint,
  }
}
