import { compare, type Form } from '@rongmei/appraisal'
import type { FormComparison, ProjectVersions } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { findTransitions } from './cycle.store.ts'
import { formHash } from './domain/fingerprint.ts'
import { signedForm } from './form.values.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findProject } from './project.store.ts'
import { findVersion, findVersions, findYearsOf, insertVersion } from './version.store.ts'

/** Keeps the form as it is signed and gives its number; a form that has not changed since the last one is that one. */
export async function keepVersion(t: Tx, projectId: string, form: Form): Promise<number> {
  const hash = formHash(form)
  const [last] = await findVersions(t, projectId)
  if (last?.hash === hash) return last.no
  const no = (last?.no ?? 0) + 1
  const by = { by_id: t.actor.id, by_name: t.actor.name }
  await insertVersion(t, { project_id: projectId, no, at: new Date(t.now()), ...by, form, hash })
  return no
}

/** The signed versions of a form and its other years. @throws Refused ability.missing, platform.notFound */
export async function listVersions(ctx: Ctx, projectId: string): Promise<ProjectVersions> {
  demand(mayProject(ctx.actor, 'read'))
  const project = (await findProject(ctx, projectId)) ?? refuse('platform.notFound')
  const transitions = await findTransitions(ctx, [projectId])
  const versions = await findVersions(ctx, projectId)
  const years = await findYearsOf(ctx, project.name)
  return {
    project: { id: project.id, no: project.no, name: project.name, year: project.year },
    items: versions.map((row) => ({
      no: row.no,
      at: row.at.toISOString(),
      by: { id: row.by_id ?? '', name: row.by_name },
      acts: transitions.filter((one) => one.version_no === row.no).map((one) => one.act),
    })),
    years: years.map((one) => ({ projectId: one.id, year: one.year, state: one.state })),
  }
}

/** One side of a comparison: a project as it stands, or one of its versions. */
export type FormRef = { projectId: string; version: number | null }

/** Two forms cell by cell: versions of one project, or two years. @throws Refused ability.missing, platform.notFound */
export async function compareForms(ctx: Ctx, before: FormRef, after: FormRef): Promise<FormComparison> {
  demand(mayProject(ctx.actor, 'read'))
  const { same, differences } = compare(await formOf(ctx, before), await formOf(ctx, after))
  return { same, differences }
}

async function formOf(ctx: Ctx, ref: FormRef): Promise<Form> {
  if (ref.version !== null) {
    return (await findVersion(ctx, ref.projectId, ref.version))?.form ?? refuse('platform.notFound')
  }
  const project = (await findProject(ctx, ref.projectId)) ?? refuse('platform.notFound')
  return signedForm(await readProject(ctx, project))
}
