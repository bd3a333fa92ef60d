import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { OversightTables, RectificationTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<OversightTables>()
/** A centre has dozens a year; whoever needs more narrows the filter. */
const MOST = 500

export type RectificationQuery = {
  year?: number | undefined
  state?: RectificationTable['state'] | undefined
  projectId?: string | undefined
  ownerId?: string | undefined
}

/** By the day due, the earliest first. */
export function findRectifications(ctx: Ctx, wanted: RectificationQuery): Promise<RectificationTable[]> {
  let rows = own(ctx).selectFrom('oversight.rectification').selectAll().orderBy('due_on').orderBy('id').limit(MOST)
  if (wanted.year !== undefined) rows = rows.where('year', '=', wanted.year)
  if (wanted.state !== undefined) rows = rows.where('state', '=', wanted.state)
  if (wanted.projectId !== undefined) rows = rows.where('project_id', '=', wanted.projectId)
  if (wanted.ownerId !== undefined) rows = rows.where('owner_id', '=', wanted.ownerId)
  return rows.execute()
}

/** Those due in `[from, to)`. */
export function findDue(ctx: Ctx, from: string, to: string): Promise<RectificationTable[]> {
  return own(ctx)
    .selectFrom('oversight.rectification')
    .selectAll()
    .where('due_on', '>=', from)
    .where('due_on', '<', to)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

/** The row under a lock: of two who act at once the second sees what the first did. */
export function lockRectification(t: Tx, id: string): Promise<RectificationTable | undefined> {
  return own(t).selectFrom('oversight.rectification').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertRectification(t: Tx, row: RectificationTable): Promise<void> {
  await own(t).insertInto('oversight.rectification').values(row).execute()
}

/** Writes the changed columns and counts the revision up; the caller holds the row lock. */
export async function updateRectification(t: Tx, id: string, patch: Partial<RectificationTable>): Promise<void> {
  await own(t)
    .updateTable('oversight.rectification')
    .set((eb) => ({ ...patch, rev: eb('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
