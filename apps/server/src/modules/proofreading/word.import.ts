import type { Ctx } from '../../platform/ctx.ts'
import { declaredZipSize, sniff } from '../../platform/http/sniff.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'
import { readWordTable, type RowProblem } from './domain/word-table.ts'
import { WordsImported } from './proofreading.events.ts'
import { mayManageWords } from './word.policy.ts'
import { countWords, insertWord } from './word.store.ts'
import type { SheetAnswer } from './word.worker.ts'

const WORKER = new URL('./word.worker.ts', import.meta.url)
const LIMITS = { timeoutMs: 10_000, memoryMb: 384 }
const MOST_UNPACKED = 100 * 1024 * 1024
/** The checker reads every entry; more would make each check slower for everybody. */
const MOST_WORDS = 20_000

/**
 * Takes the entries of a .xlsx into the centre's lists. What stands there already is counted as known, a row that cannot
 * be taken is told; all the others come in together or not at all.
 *
 * @throws Refused ability.missing, platform.unsupportedFile, wordlist.badTable, wordlist.full
 */
export async function importWords(
  ctx: Ctx,
  upload: Upload,
): Promise<{ added: number; known: number; problems: RowProblem[] }> {
  demand(mayManageWords(ctx.actor))
  const sheet = readWordTable(await rowsOf(upload)) ?? refuse('wordlist.badTable')
  return ctx.tx(async (t) => {
    if ((await countWords(t)) + sheet.words.length > MOST_WORDS) refuse('wordlist.full')
    let added = 0
    const stamp = { by_id: t.actor.id, by_name: t.actor.name, at: new Date(t.now()) }
    for (const word of sheet.words) if (await insertWord(t, { ...word, ...stamp, id: t.newId() })) added += 1
    await t.emit(WordsImported, 'words', { fileName: upload.name, added, problems: sheet.problems.length })
    return { added, known: sheet.words.length - added, problems: sheet.problems }
  })
}

async function rowsOf(upload: Upload): Promise<string[][]> {
  if (sniff(upload.bytes) !== 'zip') refuse('platform.unsupportedFile')
  const declared = declaredZipSize(upload.bytes)
  if (!declared || declared.size > MOST_UNPACKED) refuse('wordlist.badTable')
  const answer = await runWorker<SheetAnswer>(WORKER, { bytes: upload.bytes }, LIMITS).catch((error: unknown) => {
    throw new Refused('wordlist.badTable', { cause: error })
  })
  return 'rows' in answer ? answer.rows : refuse(answer.refused === 'tooLarge' ? 'wordlist.full' : 'wordlist.badTable')
}
