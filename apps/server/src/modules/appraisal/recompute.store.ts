import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, RecomputeTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

/** @returns false when one is running for that project already */
export async function insertRun(t: Tx, row: RecomputeTable): Promise<boolean> {
  const done = await own(t)
    .insertInto('appraisal.recompute')
    .values({ ...row, failures: json(row.failures) })
    .onConflict((conflict) => conflict.column('project_id').where('finished_at', 'is', null).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export function findLastRun(ctx: Ctx, projectId: string): Promise<RecomputeTable | undefined> {
  return own(ctx)
    .selectFrom('appraisal.recompute')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export function findRun(ctx: Ctx, id: string): Promise<RecomputeTable | undefined> {
  return own(ctx).selectFrom('appraisal.recompute').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function saveProgress(
  t: Tx,
  id: string,
  now: Pick<RecomputeTable, 'done' | 'failures' | 'finished_at'>,
): Promise<void> {
  await own(t)
    .updateTable('appraisal.recompute')
    .set({ ...now, failures: json(now.failures) })
    .where('id', '=', id)
    .execute()
}

/** Projects of these years that have linked indicators. */
export async function findLinkedProjects(ctx: Ctx, years: readonly number[]): Promise<{ id: string }[]> {
  return own(ctx)
    .selectFrom('appraisal.project as p')
    .select('p.id')
    .where('p.year', 'in', years)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('appraisal.indicator as i')
          .select('i.id')
          .whereRef('i.project_id', '=', 'p.id')
          .where('i.measure', 'is not', null),
      ),
    )
    .orderBy('p.year')
    .orderBy('p.no')
    .execute()
}
