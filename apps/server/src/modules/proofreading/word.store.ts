import { sql } from 'kysely'
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

/**
 * Changes with every entry that comes or goes (entries themselves never change): asking costs far less than reading the
 * lists, and every process sees the same.
 */
export async function wordsStamp(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || '/' || coalesce(bit_xor(uuid_hash_extended(id, 0)), 0) as stamp from proofreading.word`.execute(
    ctx.db,
  )
  return rows[0]?.stamp ?? ''
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

export async function countWords(ctx: Ctx): Promise<number> {
  const row = await read(ctx)
    .selectFrom('proofreading.word')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

export function deleteWord(t: Tx, id: string): Promise<WordTable | undefined> {
  return read(t).deleteFrom('proofreading.word').where('id', '=', id).returningAll().executeTakeFirst()
}
