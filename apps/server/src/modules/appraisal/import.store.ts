import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, ImportTable, LayoutTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

export async function insertImport(t: Tx, row: ImportTable): Promise<void> {
  await own(t)
    .insertInto('appraisal.import')
    .values({ ...row, forms: json(row.forms), grids: json(row.grids) })
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

/** What a person's mapping made of the table. */
export async function saveForms(t: Tx, id: string, forms: ImportTable['forms']): Promise<void> {
  await own(t)
    .updateTable('appraisal.import')
    .set({ forms: json(forms) })
    .where('id', '=', id)
    .execute()
}

const MOST_LAYOUTS = 500

/** The mappings people made, newest first. */
export function findLayouts(ctx: Ctx): Promise<Pick<LayoutTable, 'key' | 'mapping'>[]> {
  return own(ctx)
    .selectFrom('appraisal.layout')
    .select(['key', 'mapping'])
    .orderBy('at', 'desc')
    .limit(MOST_LAYOUTS)
    .execute()
}

export async function writeLayout(t: Tx, row: LayoutTable): Promise<void> {
  const { key, ...rest } = { ...row, mapping: json(row.mapping) }
  await own(t)
    .insertInto('appraisal.layout')
    .values({ key, ...rest })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
    .execute()
}
