import type { Assessment } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, ProjectTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

/** Writes what the target form says of the project as a whole; its revision counts on. */
export async function saveTargetHead(
  t: Tx,
  project: ProjectTable,
  head: Pick<ProjectTable, 'dept' | 'unit' | 'goals' | 'budget' | 'lint'>,
): Promise<void> {
  await own(t)
    .updateTable('appraisal.project')
    .set({
      dept: head.dept,
      unit: head.unit,
      goals: json(head.goals),
      budget: json(head.budget),
      lint: json(head.lint),
      rev: project.rev + 1,
    })
    .where('id', '=', project.id)
    .execute()
}

export async function saveAssessment(t: Tx, project: ProjectTable, assessment: Assessment): Promise<void> {
  await own(t)
    .updateTable('appraisal.project')
    .set({ assessment: json(assessment), rev: project.rev + 1 })
    .where('id', '=', project.id)
    .execute()
}

/** The newest name of the department and the unit, to start a form with. */
export function findLastNames(ctx: Ctx): Promise<Pick<ProjectTable, 'dept' | 'unit'> | undefined> {
  return own(ctx)
    .selectFrom('appraisal.project')
    .select(['dept', 'unit'])
    .orderBy('year', 'desc')
    .orderBy('no')
    .executeTakeFirst()
}
