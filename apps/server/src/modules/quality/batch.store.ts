import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { BatchRowTable, BatchTable, QualityTables } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<QualityTables>()

export type BatchSums = BatchTable & { must: number; should: number; hint: number }

const SUMS = sql`select b.*, coalesce(sum(r.must), 0)::bigint as must, coalesce(sum(r.should), 0)::bigint as should,
  coalesce(sum(r.hint), 0)::bigint as hint
  from quality.batch b left join quality.batch_row r on r.batch_id = b.id`

export async function findBatches(ctx: Ctx, limit: number): Promise<BatchSums[]> {
  const query = sql<BatchSums>`${SUMS} group by b.id order by b.started_at desc, b.id desc limit ${limit}`
  return (await query.execute(ctx.db)).rows
}

export async function findBatch(ctx: Ctx, id: string): Promise<BatchSums | undefined> {
  return (await sql<BatchSums>`${SUMS} where b.id = ${id} group by b.id`.execute(ctx.db)).rows[0]
}

export function lockBatch(t: Tx, id: string): Promise<BatchTable | undefined> {
  return own(t).selectFrom('quality.batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** @returns false when another is running: the index admits one */
export async function insertBatch(t: Tx, row: BatchTable): Promise<boolean> {
  const inserted = await own(t)
    .insertInto('quality.batch')
    .values(row)
    .onConflict((conflict) => conflict.column('state').where('state', '=', 'running').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateBatch(t: Tx, id: string, change: Partial<BatchTable>): Promise<void> {
  await own(t).updateTable('quality.batch').set(change).where('id', '=', id).execute()
}

export async function insertBatchRows(t: Tx, rows: readonly BatchRowTable[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({ ...row, quotes: json(row.quotes) }))
  await own(t)
    .insertInto('quality.batch_row')
    .values(values as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The gravest first; offset paging, as a finished check does not change. */
export function findBatchRows(ctx: Ctx, id: string, offset: number, limit: number): Promise<BatchRowTable[]> {
  return own(ctx)
    .selectFrom('quality.batch_row')
    .selectAll()
    .where('batch_id', '=', id)
    .orderBy('must', 'desc')
    .orderBy('should', 'desc')
    .orderBy('hint', 'desc')
    .orderBy('story_id')
    .offset(offset)
    .limit(limit)
    .execute()
}
