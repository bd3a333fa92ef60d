import { type CheckOptions, type Checker, createChecker } from '@rongmei/proofread'
import type { Ctx } from '../../platform/ctx.ts'
import { findWords } from './word.store.ts'

const MOST_WORDS = 20_000

/** Word lists change seldom and a checker is costly to build: one is kept per publication day until a list changes. */
let kept: { stamp: string; checkers: Map<string, Checker> } | null = null

/** The checker with the centre's words, names and phrases as they stand now. */
export async function checkerFor(ctx: Ctx, publishedOn: string): Promise<Checker> {
  const words = await findWords(ctx, { limit: MOST_WORDS })
  const stamp = words.map((word) => word.id).join()
  if (kept?.stamp !== stamp) kept = { stamp, checkers: new Map() }
  const known = kept.checkers.get(publishedOn)
  if (known) return known
  const options: CheckOptions = {
    publishedOn,
    words: words.filter((word) => word.kind === 'word').map((word) => word.text),
    roster: words
      .filter((word) => word.kind === 'person')
      .map((word) => ({
        name: word.text,
        title: word.title,
        validFrom: word.valid_from ?? undefined,
        validTo: word.valid_to ?? undefined,
      })),
    phrases: words.filter((word) => word.kind === 'phrase').map((word) => ({ right: word.text, wrong: word.wrong })),
  }
  const checker = createChecker(options)
  if (kept.checkers.size > 30) kept.checkers.clear()
  kept.checkers.set(publishedOn, checker)
  return checker
}
