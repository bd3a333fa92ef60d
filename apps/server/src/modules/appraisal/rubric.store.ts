import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { AppraisalTables, RubricTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

/** The rubrics of these indicators, by indicator. */
export async function findRubrics(ctx: Ctx, indicatorIds: readonly string[]): Promise<Map<string, RubricTable>> {
  if (indicatorIds.length === 0) return new Map()
  const rows = await own(ctx)
    .selectFrom('appraisal.rubric')
    .selectAll()
    .where('indicator_id', 'in', indicatorIds)
    .execute()
  return new Map(rows.map((row) => [row.indicator_id, row]))
}

export async function writeRubric(t: Tx, row: RubricTable): Promise<void> {
  const { indicator_id: _, ...rest } = row
  await own(t)
    .insertInto('appraisal.rubric')
    .values(row)
    .onConflict((conflict) => conflict.column('indicator_id').doUpdateSet(rest))
    .execute()
}
