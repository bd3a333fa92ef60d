import { type ProjectAct, type ProjectCycle, type ProjectState, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Form } from '@rongmei/appraisal'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { ProjectMoved } from './appraisal.events.ts'
import { mayMove } from './cycle.policy.ts'
import { findTransitions, insertTransition, lockProject, saveState, voidTransitions } from './cycle.store.ts'
import { factsOf, signersOf, viewCycle } from './cycle.view.ts'
import { needsOpinion, phaseOf, STEPS, stateAfter } from './domain/cycle.ts'
import { boundHash } from './domain/fingerprint.ts'
import { signedForm } from './form.values.ts'
import { freezeValues } from './freeze.service.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findProject, findProjects } from './project.store.ts'
import { submitGaps } from './rubric.service.ts'
import type { ProjectTable, TransitionTable } from './tables.ts'
import { demandSubmittable } from './target.rules.ts'
import { keepVersion } from './version.service.ts'
import { findYearsOf } from './version.store.ts'

export type Move = {
  act: ProjectAct
  /** The revision the person saw; null for a neighbour that holds its own. */
  rev: number | null
  /** The fingerprint of the form the person read; null for a neighbour. */
  hash: string | null
  opinion: string
  overrideReason: string | null
}

/** Where a project stands in the year's loop. @throws Refused ability.missing, platform.notFound */
export async function getCycle(ctx: Ctx, id: string): Promise<ProjectCycle> {
  demand(mayProject(ctx.actor, 'read'))
  const project = (await findProject(ctx, id)) ?? refuse('platform.notFound')
  const form = signedForm(await readProject(ctx, project))
  const years = await findYearsOf(ctx, project.name)
  return viewCycle(project, await findTransitions(ctx, [id]), form, {
    isNew: years.every((one) => one.year >= project.year),
    actor: ctx.actor,
    today: dayOf(ctx.now()),
  })
}

/**
 * Takes a project one signed step on, or back with a reason. The step, the form as it was signed and an event are kept
 * in one transaction; on a `Tx` it joins the one that runs.
 *
 * @throws Refused ability.missing, ability.readOnly, platform.notFound, project.moved, project.wrongState,
 * project.notOwner, project.notSubmitter, project.ownSubmission, project.samePerson, project.tooEarly,
 * project.opinionNeeded, project.contentMoved, project.signatureVoid, project.openFindings, project.assessmentNeeded,
 * project.assessmentRejected, project.gaps
 */
export async function moveProject(ctx: Ctx, id: string, move: Move): Promise<ProjectCycle> {
  await ctx.tx(async (t) => {
    const project = (await lockProject(t, id)) ?? refuse('platform.notFound')
    const transitions = await findTransitions(t, [id])
    demand(mayMove(t.actor, move.act, factsOf(project, transitions), dayOf(t.now())))
    if (move.rev !== null && move.rev !== project.rev) refuse('project.moved')
    if (needsOpinion(move.act) && move.opinion === '') refuse('project.opinionNeeded')
    const form = signedForm(await readProject(t, project))
    demandRead(project, transitions, move, form)
    if (move.act === 'submitTarget') await demandSubmittable(t, project, form, move.overrideReason)
    if (move.act === 'submitEvaluation') await demandWhole(t, id)
    // What is handed in rests on the values of this moment, whatever is computed later.
    if (move.act === 'submitEvaluation') await freezeValues(t, id)
    await sign(t, project, transitions, move, form)
  })
  return getCycle(ctx, id)
}

/** Nobody signs what changed after he read it, or what is no longer what the signer before him signed. */
function demandRead(project: ProjectTable, transitions: readonly TransitionTable[], move: Move, form: Form): void {
  const hash = boundHash(phaseOf(project.state), form)
  if (move.hash !== null && move.hash !== hash) refuse('project.contentMoved')
  const { kind } = STEPS[move.act]
  const last = signersOf(project, transitions).at(-1)
  if ((kind === 'sign' || kind === 'publish') && last && last.hash !== hash) refuse('project.signatureVoid')
}

/** A self-evaluation goes out whole: a value in every row, a rubric where it is in words, a reason where it loses points. */
async function demandWhole(t: Tx, id: string): Promise<void> {
  const gaps = await submitGaps(t, id)
  if (gaps.length > 0) refuse('project.gaps', { gaps })
}

async function sign(
  t: Tx,
  project: ProjectTable,
  transitions: readonly TransitionTable[],
  move: Move,
  form: Form,
): Promise<void> {
  const { id, state: before } = project
  const after = stateAfter(before, move.act) ?? refuse('project.wrongState')
  const at = new Date(t.now())
  const { kind } = STEPS[move.act]
  const hash = boundHash(phaseOf(before), form)
  const version = await keepVersion(t, id, form)
  const overrideReason = move.act === 'submitTarget' ? move.overrideReason : null
  if (kind === 'back' || kind === 'recall') {
    const gone = signersOf(project, transitions).map((one) => one.id)
    await voidTransitions(t, gone, at)
  }
  await insertTransition(t, {
    id: t.newId(),
    project_id: id,
    act: move.act,
    before,
    after,
    by_id: t.actor.id,
    by_name: t.actor.name,
    at,
    opinion: move.opinion,
    override_reason: overrideReason,
    hash,
    version_no: version,
    voided_at: null,
  })
  await saveState(t, project, after)
  await t.emit(ProjectMoved, `project:${id}`, {
    name: project.name,
    year: project.year,
    act: move.act,
    before,
    after,
    opinion: move.opinion,
    overrideReason,
    hash,
    version,
  })
  t.touch(topics.project(id), topics.projects, topics.todo)
}

export type ProjectStanding = Pick<
  ProjectTable,
  'id' | 'year' | 'no' | 'name' | 'dept' | 'unit' | 'state' | 'owner_id' | 'owner_name' | 'rev'
> & { imported: boolean }

const standing = (row: ProjectTable): ProjectStanding => ({
  id: row.id,
  year: row.year,
  no: row.no,
  name: row.name,
  dept: row.dept,
  unit: row.unit,
  state: row.state,
  owner_id: row.owner_id,
  owner_name: row.owner_name,
  rev: row.rev,
  imported: row.file_name !== '',
})

/** For neighbours: where a project stands, without asking who wants to know; undefined where there is none. */
export async function findProjectState(ctx: Ctx, id: string): Promise<ProjectStanding | undefined> {
  const row = await findProject(ctx, id)
  return row && standing(row)
}

/** For neighbours: the projects of a year by their numbers, in these states or in any. */
export async function listProjectsOfYear(
  ctx: Ctx,
  year: number,
  states?: readonly ProjectState[],
): Promise<ProjectStanding[]> {
  const rows = await findProjects(ctx, year)
  return rows.filter((row) => states === undefined || states.includes(row.state)).map(standing)
}
