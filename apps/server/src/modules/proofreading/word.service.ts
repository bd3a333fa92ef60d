import type { WordEntry } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { WordAdded, WordRemoved } from './proofreading.events.ts'
import { mayManageWords } from './word.policy.ts'
import { deleteWord, findWords, insertWord, type WordQuery } from './word.store.ts'
import type { WordTable } from './tables.ts'

export type NewWord = Pick<WordEntry, 'kind' | 'text' | 'title' | 'wrong' | 'validFrom' | 'validTo'>

export async function listWords(
  ctx: Ctx,
  query: { kind?: WordTable['kind'] | undefined; q?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const wanted: WordQuery = { limit: query.limit + 1 }
  if (query.kind) wanted.kind = query.kind
  if (query.q) wanted.q = query.q
  const [text, id] = (query.cursor ?? '').split('\t')
  if (text && id) wanted.after = { text, id }
  const rows = await findWords(ctx, wanted)
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items: items.map(wordView),
    next: rows.length > query.limit && last ? `${last.text}\t${last.id}` : null,
    can: { manage: mayManageWords(ctx.actor).ok },
  }
}

/** Adds an entry of the centre's own list. `again` takes an entry that stands there already for granted. @throws Refused wordlist.duplicate */
export async function addWord(ctx: Ctx, word: NewWord, options: { again?: boolean } = {}): Promise<WordEntry> {
  demand(mayManageWords(ctx.actor))
  const row: WordTable = {
    id: ctx.newId(),
    kind: word.kind,
    text: word.text,
    title: word.title,
    wrong: word.wrong,
    valid_from: word.validFrom,
    valid_to: word.validTo,
    by_id: ctx.actor.id,
    by_name: ctx.actor.name,
    at: new Date(ctx.now()),
  }
  await ctx.tx(async (t) => {
    if (await insertWord(t, row)) await t.emit(WordAdded, `word:${row.id}`, { kind: row.kind, text: row.text })
    else if (!options.again) refuse('wordlist.duplicate')
  })
  return wordView(row)
}

export async function removeWord(ctx: Ctx, id: string): Promise<void> {
  demand(mayManageWords(ctx.actor))
  await ctx.tx(async (t: Tx) => {
    const gone = await deleteWord(t, id)
    if (!gone) refuse('platform.notFound')
    await t.emit(WordRemoved, `word:${id}`, { kind: gone.kind, text: gone.text })
  })
}

function wordView(row: WordTable): WordEntry {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    title: row.title,
    wrong: row.wrong,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    by: { id: row.by_id ?? '', name: row.by_name },
    at: row.at.toISOString(),
  }
}
