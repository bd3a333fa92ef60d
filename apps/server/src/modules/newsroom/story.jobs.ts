import type { Ctx } from '../../platform/ctx.ts'
import { indexWords } from '../../platform/search.ts'
import { searchText } from './domain/content.ts'
import { findUnindexed, writeWords } from './search.store.ts'

const BATCH = 50

/** Puts the words of saved stories into the search index, a batch at a time. @returns how many */
export async function indexStories(ctx: Ctx): Promise<number> {
  let total = 0
  for (let more = true; more; ) {
    const stories = await findUnindexed(ctx, BATCH)
    const entries = stories.map((story) => ({ id: story.id, rev: story.rev, words: indexWords(searchText(story)) }))
    if (entries.length > 0) await ctx.tx((t) => writeWords(t, entries))
    total += entries.length
    more = entries.length === BATCH
  }
  return total
}

export const indexTick = {
  name: 'newsroom.index',
  everyMs: 1_000,
  run: async (ctx: Ctx) => void (await indexStories(ctx)),
}
