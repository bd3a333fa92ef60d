import { topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { addToReads, articleIds } from '../newsroom/index.ts'
import { addressRange, isMachine, MOST_AT_ONE_ADDRESS, visitorMark } from './domain/visitor.ts'
import { addDaily, forgetBefore, insertSeen, lockRolling, saltOf, takeUnrolled } from './reads.store.ts'
import type { DailyTable } from './tables.ts'

/**
 * Counts the reads of one page visit. Machines do not count, nor does the same visitor reading the same story again
 * that day, nor more than so many visitors of one address. Durable when it returns; the sums follow with the next roll-up.
 */
export async function countReads(
  ctx: Ctx,
  slugs: readonly string[],
  visitor: { address: string; agent: string },
): Promise<void> {
  if (isMachine(visitor.agent)) return
  const ids = await articleIds(ctx, slugs)
  if (ids.length === 0) return
  const day = dayOf(ctx.now())
  const mark = visitorMark(await saltOf(ctx, day), visitor.address, visitor.agent)
  const visit = { day, mark, range: addressRange(mark), most: MOST_AT_ONE_ADDRESS }
  await ctx.tx((t) => insertSeen(t, visit, ids))
}

/** Adds new reads to the day's sums and to the stories. @returns how many reads */
export async function rollUp(ctx: Ctx): Promise<number> {
  return ctx.tx(async (t) => {
    if (!(await lockRolling(t))) return 0
    const rows = await takeUnrolled(t)
    // Also when nobody read anything: what a day knew of its readers goes with the day.
    await forgetBefore(t, dayOf(t.now()))
    if (rows.length === 0) return 0
    await addDaily(t, rows)
    await addToReads(t, sumByStory(rows))
    t.touch(topics.stories)
    return rows.reduce((sum, row) => sum + row.reads, 0)
  })
}

/** Takes in reads counted elsewhere (an imported history, the replay): sums by story and day. */
export async function importDailyReads(ctx: Ctx, rows: readonly DailyTable[]): Promise<void> {
  await ctx.tx(async (t) => {
    await addDaily(t, rows)
    await addToReads(t, sumByStory(rows))
  })
}

function sumByStory(rows: readonly DailyTable[]): { id: string; reads: number }[] {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.story_id, (sums.get(row.story_id) ?? 0) + row.reads)
  return [...sums].map(([id, reads]) => ({ id, reads }))
}

export const rollUpTick = { name: 'reader.rollUp', everyMs: 3_000, run: async (ctx: Ctx) => void (await rollUp(ctx)) }
