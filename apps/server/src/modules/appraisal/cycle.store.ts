import type { ProjectState } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { AppraisalTables, ProjectTable, TransitionTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

/** The project, held until the transaction ends: of two people at once the second sees what the first did. */
export function lockProject(t: Tx, id: string): Promise<ProjectTable | undefined> {
  return own(t).selectFrom('appraisal.project').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Moves a held project; its revision counts on. */
export async function saveState(t: Tx, project: ProjectTable, state: ProjectState): Promise<void> {
  await own(t)
    .updateTable('appraisal.project')
    .set({ state, rev: project.rev + 1 })
    .where('id', '=', project.id)
    .execute()
}

export async function insertTransition(t: Tx, row: TransitionTable): Promise<void> {
  await own(t).insertInto('appraisal.transition').values(row).execute()
}

/** Signed steps of the given projects, oldest first. */
export async function findTransitions(ctx: Ctx, projectIds: readonly string[]): Promise<TransitionTable[]> {
  if (projectIds.length === 0) return []
  return own(ctx)
    .selectFrom('appraisal.transition')
    .selectAll()
    .where('project_id', 'in', projectIds)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function voidTransitions(t: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await own(t)
    .updateTable('appraisal.transition')
    .set({ voided_at: at })
    .where('id', 'in', ids)
    .where('voided_at', 'is', null)
    .execute()
}

/** Projects declared here whose loop is not over, oldest year first. Imported forms were signed elsewhere. */
export function findOpenProjects(ctx: Ctx): Promise<ProjectTable[]> {
  return own(ctx)
    .selectFrom('appraisal.project')
    .selectAll()
    .where('state', '!=', 'published')
    .where('file_name', '=', '')
    .orderBy('year')
    .orderBy('no')
    .execute()
}
