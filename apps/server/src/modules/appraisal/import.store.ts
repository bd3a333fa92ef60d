import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, ImportTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

export async function insertImport(t: Tx, row: ImportTable): Promise<void> {
  await own(t)
    .insertInto('appraisal.import')
    .values({ ...row, forms: json(row.forms) })
    .execute()
}

/** The import, held until the transaction ends, if it is this person's and has not run out. */
export function lockImport(t: Tx, id: string, by: string | null, now: Date): Promise<ImportTable | undefined> {
  return own(t)
    .selectFrom('appraisal.import')
    .selectAll()
    .where('id', '=', id)
    .where('by', 'is not distinct from', by)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

export async function deleteImport(t: Tx, id: string): Promise<void> {
  await own(t).deleteFrom('appraisal.import').where('id', '=', id).execute()
}

export async function deleteExpired(t: Tx, now: Date): Promise<void> {
  await own(t).deleteFrom('appraisal.import').where('expires_at', '<=', now).execute()
}
