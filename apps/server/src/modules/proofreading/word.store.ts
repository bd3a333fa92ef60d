import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { ProofreadingTables, WordTable } from './tables.ts'

const read = (ctx: Ctx) => ctx.db.withTables<ProofreadingTables>()

export type WordQuery = { kind?: WordTable['kind']; q?: string; after?: { text: string; id: string }; limit: number }

export function findWords(ctx: Ctx, query: WordQuery): Promise<WordTable[]> {
  let rows = read(ctx).selectFrom('proofreading.word').selectAll().orderBy('text').orderBy('id').limit(query.limit)
  if (query.kind) rows = rows.where('kind', '=', query.kind)
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((eb) => eb.or([eb('text', 'like', like), eb('title', 'like', like)]))
  }
  if (query.after) {
    const { text, id } = query.after
    rows = rows.where((eb) => eb.or([eb('text', '>', text), eb.and([eb('text', '=', text), eb('id', '>', id)])]))
  }
  return rows.execute()
}

/** @returns false when the same entry stands there already */
export async function insertWord(t: Tx, word: WordTable): Promise<boolean> {
  const done = await read(t)
    .insertInto('proofreading.word')
    .values({ ...word, wrong: json(word.wrong) as never })
    .onConflict((conflict) => conflict.columns(['kind', 'text', 'title']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

export function deleteWord(t: Tx, id: string): Promise<WordTable | undefined> {
  return read(t).deleteFrom('proofreading.word').where('id', '=', id).returningAll().executeTakeFirst()
}
