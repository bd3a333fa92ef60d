import type { Ctx } from '../../platform/ctx.ts'
import { indexWords } from '../../platform/search.ts'
import { searchText } from './domain/content.ts'
import { findStale, writeSearch } from './story.store.ts'

const BATCH = 50

/** Puts the words of saved stories into the search index, a batch at a time. @returns how many */
export async function indexStories(ctx: Ctx): Promise<number> {
  let total = 0
  for (let more = true; more; ) {
    const stale = await findStale(ctx, BATCH)
    if (stale.length > 0) {
      await ctx.tx(async (t) => {
        for (const story of stale) await writeSearch(t, story.id, story.rev, indexWords(searchText(story)))
      })
    }
    total += stale.length
    more = stale.length === BATCH
  }
  return total
}

export const indexTick = {
  name: 'newsroom.index',
  everyMs: 1_000,
  run: async (ctx: Ctx) => void (await indexStories(ctx)),
}
