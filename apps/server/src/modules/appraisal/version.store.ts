import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, ProjectTable, VersionTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

export async function insertVersion(t: Tx, row: VersionTable): Promise<void> {
  await own(t)
    .insertInto('appraisal.version')
    .values({ ...row, form: json(row.form) })
    .execute()
}

/** The versions of a project without their forms, newest first. */
export function findVersions(ctx: Ctx, projectId: string): Promise<Omit<VersionTable, 'form'>[]> {
  return own(ctx)
    .selectFrom('appraisal.version')
    .select(['project_id', 'no', 'at', 'by_id', 'by_name', 'hash'])
    .where('project_id', '=', projectId)
    .orderBy('no', 'desc')
    .execute()
}

export function findVersion(ctx: Ctx, projectId: string, no: number): Promise<VersionTable | undefined> {
  return own(ctx)
    .selectFrom('appraisal.version')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('no', '=', no)
    .executeTakeFirst()
}

/** The same project in all its years, newest first. */
export function findYearsOf(ctx: Ctx, name: string): Promise<Pick<ProjectTable, 'id' | 'year' | 'state'>[]> {
  return own(ctx)
    .selectFrom('appraisal.project')
    .select(['id', 'year', 'state'])
    .where('name', '=', name)
    .orderBy('year', 'desc')
    .execute()
}
