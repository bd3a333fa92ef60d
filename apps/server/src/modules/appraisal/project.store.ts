import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, IndicatorTable, ProjectTable } from './tables.ts'

/** First key of the advisory locks of this module; the second is the year. */
const IMPORTING = 4_870_010

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

/** Years that have forms, newest first. */
export async function findYears(ctx: Ctx): Promise<number[]> {
  const rows = await own(ctx)
    .selectFrom('appraisal.project')
    .select('year')
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

export function findProjects(ctx: Ctx, year: number): Promise<ProjectTable[]> {
  return own(ctx)
    .selectFrom('appraisal.project')
    .selectAll()
    .where('year', '=', year)
    .orderBy('no')
    .orderBy('id')
    .execute()
}

export function findProject(ctx: Ctx, id: string): Promise<ProjectTable | undefined> {
  return own(ctx).selectFrom('appraisal.project').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The forms of one project over the years, oldest first. */
export function findNamesakes(ctx: Ctx, name: string): Promise<ProjectTable[]> {
  return own(ctx).selectFrom('appraisal.project').selectAll().where('name', '=', name).orderBy('year').execute()
}

/** Rows of the given projects, in the order of their forms. */
export async function findIndicators(ctx: Ctx, projectIds: readonly string[]): Promise<IndicatorTable[]> {
  if (projectIds.length === 0) return []
  return own(ctx)
    .selectFrom('appraisal.indicator')
    .selectAll()
    .where('project_id', 'in', projectIds)
    .orderBy('project_id')
    .orderBy('seq')
    .execute()
}

/** The forms of these names and years that are there already. */
export async function findTaken(
  ctx: Ctx,
  names: readonly string[],
): Promise<Pick<ProjectTable, 'id' | 'name' | 'year'>[]> {
  if (names.length === 0) return []
  return own(ctx).selectFrom('appraisal.project').select(['id', 'name', 'year']).where('name', 'in', names).execute()
}

/** The forms of a year; the table is held against other imports, so that two do not give the same number or name. */
export async function lockYear(
  t: Tx,
  year: number,
): Promise<Pick<ProjectTable, 'id' | 'name' | 'no' | 'state' | 'file_name'>[]> {
  await sql`select pg_advisory_xact_lock(${IMPORTING}, ${year})`.execute(t.db)
  return own(t)
    .selectFrom('appraisal.project')
    .select(['id', 'name', 'no', 'state', 'file_name'])
    .where('year', '=', year)
    .execute()
}

const stored = (row: ProjectTable) => ({
  ...row,
  budget: json(row.budget),
  goals: json(row.goals),
  warnings: json(row.warnings),
  lint: json(row.lint),
  assessment: row.assessment === null ? null : json(row.assessment),
})

export async function insertProject(t: Tx, row: ProjectTable): Promise<void> {
  await own(t).insertInto('appraisal.project').values(stored(row)).execute()
}

export async function replaceProject(t: Tx, row: ProjectTable): Promise<void> {
  const { id, ...rest } = stored(row)
  await own(t).updateTable('appraisal.project').set(rest).where('id', '=', id).execute()
}

const storedRow = (row: IndicatorTable) => ({
  ...row,
  warnings: json(row.warnings),
  source: json(row.source),
  params: row.params === null ? null : json(row.params),
})

export async function insertIndicators(t: Tx, rows: readonly IndicatorTable[]): Promise<void> {
  if (rows.length > 0) await own(t).insertInto('appraisal.indicator').values(rows.map(storedRow)).execute()
}

/** Takes the rows of a form away, so that the rows of its new reading can take their places. */
export async function deleteIndicators(t: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await own(t).deleteFrom('appraisal.indicator').where('id', 'in', ids).execute()
}

/** Moves rows out of the way of (project, seq) before they are written in their new order. */
export async function parkIndicators(t: Tx, projectId: string): Promise<void> {
  await own(t)
    .updateTable('appraisal.indicator')
    .set((eb) => ({ seq: eb('seq', '*', -1) }))
    .where('project_id', '=', projectId)
    .execute()
}

export async function updateIndicator(t: Tx, row: IndicatorTable): Promise<void> {
  const { id, ...rest } = storedRow(row)
  await own(t).updateTable('appraisal.indicator').set(rest).where('id', '=', id).execute()
}
