import { type CheckOptions, type Checker, createChecker, type Finding, type ProofDocument } from '@rongmei/proofread'
import type { Ctx } from '../../platform/ctx.ts'
import { Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'
import { findWords, wordsStamp } from './word.store.ts'

const MOST_WORDS = 20_000
/** 正文最多 50 万字, with room for title, captions and the line ends between blocks. */
const MOST_CHARACTERS = 600_000
/** Beyond this a check holds the event loop for more than 200 ms (measured: half a million characters take 480 ms). */
const IN_A_WORKER = 100_000
const WORKER = new URL('./checker.worker.ts', import.meta.url)

/** Word lists change seldom and a checker is costly to build: one is kept per publication day until a list changes. */
let kept: { stamp: string; options: CheckOptions; checkers: Map<string, Checker> } | null = null

/**
 * Findings by the centre's words, names and phrases as they stand now. A long text is read in a thread of its own, so
 * that nobody else waits for it.
 * @throws Refused platform.tooLarge
 */
export async function findingsOf(ctx: Ctx, document: ProofDocument, publishedOn: string): Promise<readonly Finding[]> {
  const length = document.blocks.reduce((sum, block) => sum + block.text.length + 1, 0)
  if (length > MOST_CHARACTERS) refuse('platform.tooLarge')
  const lists = await currentLists(ctx)
  if (length <= IN_A_WORKER) return checkerOf(lists, publishedOn).check(document)
  const options: CheckOptions = { ...lists.options, publishedOn }
  return runWorker<Finding[]>(WORKER, { options, document }, { timeoutMs: 60_000, memoryMb: 1024 }).catch(
    (error: unknown) => {
      throw new Refused('platform.busy', { cause: error })
    },
  )
}

/** What a checker in another thread needs to know: the centre's lists as they stand now. */
export async function checkOptions(ctx: Ctx, publishedOn: string): Promise<CheckOptions> {
  return { ...(await currentLists(ctx)).options, publishedOn }
}

function checkerOf(lists: NonNullable<typeof kept>, publishedOn: string): Checker {
  const known = lists.checkers.get(publishedOn)
  if (known) return known
  const checker = createChecker({ ...lists.options, publishedOn })
  if (lists.checkers.size > 30) lists.checkers.clear()
  lists.checkers.set(publishedOn, checker)
  return checker
}

async function currentLists(ctx: Ctx): Promise<NonNullable<typeof kept>> {
  const stamp = await wordsStamp(ctx)
  if (kept?.stamp === stamp) return kept
  const words = await findWords(ctx, { limit: MOST_WORDS })
  const options: CheckOptions = {
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
  const lists = { stamp, options, checkers: new Map() }
  kept = lists
  return lists
}
