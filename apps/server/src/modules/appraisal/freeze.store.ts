import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { AppraisalTables, FreezeTable, FrozenTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

export async function insertFreeze(t: Tx, freeze: FreezeTable, rows: readonly FrozenTable[]): Promise<void> {
  await own(t).insertInto('appraisal.freeze').values(freeze).execute()
  if (rows.length > 0) await own(t).insertInto('appraisal.frozen').values(rows).execute()
}

export type LatestFreeze = { freeze: FreezeTable; rows: Map<string, FrozenTable> }

/** The newest freeze of a form with its rows by indicator; undefined before the first. */
export async function findLatestFreeze(ctx: Ctx, projectId: string): Promise<LatestFreeze | undefined> {
  const freeze = await own(ctx)
    .selectFrom('appraisal.freeze')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!freeze) return undefined
  const rows = await own(ctx).selectFrom('appraisal.frozen').selectAll().where('freeze_id', '=', freeze.id).execute()
  return { freeze, rows: new Map(rows.map((row) => [row.indicator_id, row])) }
}
