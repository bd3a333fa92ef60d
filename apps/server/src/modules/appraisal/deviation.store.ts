import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, DeviationTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

/** The signed deviations of these indicators, by indicator. */
export async function findDeviations(ctx: Ctx, indicatorIds: readonly string[]): Promise<Map<string, DeviationTable>> {
  if (indicatorIds.length === 0) return new Map()
  const rows = await own(ctx)
    .selectFrom('appraisal.deviation')
    .selectAll()
    .where('indicator_id', 'in', indicatorIds)
    .execute()
  return new Map(rows.map((row) => [row.indicator_id, row]))
}

export async function writeDeviation(t: Tx, row: DeviationTable): Promise<void> {
  const { indicator_id: _, ...rest } = row
  const set = { ...rest, sentences: json(row.sentences) }
  await own(t)
    .insertInto('appraisal.deviation')
    .values({ indicator_id: row.indicator_id, ...set })
    .onConflict((conflict) => conflict.column('indicator_id').doUpdateSet(set))
    .execute()
}
