import type { Form } from '@rongmei/appraisal'
import type { Tx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import { targetFindings } from './domain/target.ts'
import { rulesOf } from './indicator.view.ts'
import type { ProjectTable } from './tables.ts'
import { findYearsOf } from './version.store.ts'

/**
 * What must hold before targets go to the check: a new project has been assessed and not rejected, and the checks find
 * no error unless somebody answers for it with a reason.
 *
 * @throws Refused project.assessmentNeeded, project.assessmentRejected, project.openFindings
 */
export async function demandSubmittable(
  t: Tx,
  project: ProjectTable,
  form: Form,
  overrideReason: string | null,
): Promise<void> {
  if (project.assessment?.conclusion === 'reject') refuse('project.assessmentRejected')
  if (project.assessment === null) {
    const years = await findYearsOf(t, project.name)
    if (years.every((one) => one.year >= project.year)) refuse('project.assessmentNeeded')
  }
  const errors = targetFindings(form, rulesOf(project)).filter((one) => one.severity === 'error')
  if (errors.length > 0 && overrideReason === null) refuse('project.openFindings', { errors: errors.length })
}
