import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { MarkingTable, QualityTables, SampleTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<QualityTables>()

export function findSamples(ctx: Ctx, from: string, to: string): Promise<SampleTable[]> {
  return own(ctx)
    .selectFrom('quality.sample')
    .selectAll()
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('month')
    .orderBy('number')
    .execute()
}

export function findSample(ctx: Ctx, id: string): Promise<SampleTable | undefined> {
  return own(ctx).selectFrom('quality.sample').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Holds a sample for the transaction, so that two who mark at once are counted one after the other. */
export function lockSample(t: Tx, id: string): Promise<SampleTable | undefined> {
  return own(t).selectFrom('quality.sample').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function findMarkings(ctx: Ctx, sampleIds: readonly string[]): Promise<MarkingTable[]> {
  if (sampleIds.length === 0) return Promise.resolve([])
  return own(ctx)
    .selectFrom('quality.marking')
    .selectAll()
    .where('sample_id', 'in', sampleIds)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** @returns how many were new */
export async function insertSamples(t: Tx, rows: readonly SampleTable[]): Promise<number> {
  if (rows.length === 0) return 0
  const values = rows.map((row) => ({ ...row, blocks: json(row.blocks), findings: json(row.findings), truth: null }))
  const inserted = await own(t)
    .insertInto('quality.sample')
    .values(values as never)
    .onConflict((conflict) => conflict.columns(['month', 'story_id']).doNothing())
    .returning('id')
    .execute()
  return inserted.length
}

export async function putMarking(t: Tx, row: MarkingTable): Promise<void> {
  const marks = { wrong: json(row.wrong), missed: json(row.missed), at: row.at }
  await own(t)
    .insertInto('quality.marking')
    .values({ ...row, ...marks } as never)
    .onConflict((conflict) => conflict.columns(['sample_id', 'person_id']).doUpdateSet(marks as never))
    .execute()
}

export async function putTruth(
  t: Tx,
  id: string,
  row: Pick<SampleTable, 'truth' | 'settled_at' | 'settled_by' | 'settler_name'>,
): Promise<void> {
  await own(t)
    .updateTable('quality.sample')
    .set({ ...row, truth: json(row.truth) } as never)
    .where('id', '=', id)
    .execute()
}
