import type { AssessmentInput, ProjectCycle, Target, TargetInput } from '@rongmei/contract'
import { topics } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { ProjectAssessed, ProjectDeclared, TargetSaved } from './appraisal.events.ts'
import { mayDeclare, mayEditTargets } from './cycle.policy.ts'
import { getCycle } from './cycle.service.ts'
import { findTransitions, lockProject } from './cycle.store.ts'
import { factsOf } from './cycle.view.ts'
import { ruleSetOf } from './domain/importing.ts'
import { assessmentTotal, targetFindings, weightSum } from './domain/target.ts'
import { words } from './domain/words.zh.ts'
import { toForm } from './form.rows.ts'
import { rulesOf } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import {
  deleteIndicators,
  findIndicators,
  findProject,
  insertIndicators,
  insertProject,
  lockYear,
  parkIndicators,
  updateIndicator,
} from './project.store.ts'
import type { IndicatorTable, ProjectTable } from './tables.ts'
import { budgetLines, copiedRows, initialOf, targetRows } from './target.rows.ts'
import { findLastNames, saveAssessment, saveTargetHead } from './target.store.ts'

export type NewProject = { year: number; name: string; copyFrom: string | null }

/**
 * Opens a project for a year, empty or as a copy of an earlier one; whoever opens it owns it.
 *
 * @throws Refused ability.missing, ability.readOnly, project.exists, project.noSource
 */
export async function declareProject(ctx: Ctx, input: NewProject): Promise<ProjectCycle> {
  demand(mayDeclare(ctx.actor))
  const id = ctx.newId()
  await ctx.tx(async (t) => {
    const others = await lockYear(t, input.year)
    if (others.some((one) => one.name === input.name)) refuse('project.exists')
    const source =
      input.copyFrom === null ? null : ((await findProject(t, input.copyFrom)) ?? refuse('project.noSource'))
    if (source && source.year >= input.year) refuse('project.noSource')
    const no = Math.max(0, ...others.map((one) => one.no)) + 1
    const names = source ?? (await findLastNames(t)) ?? { dept: '', unit: '' }
    const project = draftOf(
      t,
      id,
      { year: input.year, name: input.name, no, dept: names.dept, unit: names.unit },
      source,
    )
    const at = new Date(t.now())
    const copied = source ? await findIndicators(t, [source.id]) : []
    const to = { projectId: id, years: input.year - (source?.year ?? input.year), by: t.actor, at }
    const rows = copiedRows(copied, to, () => t.newId())
    await insertProject(t, { ...project, lint: targetFindings(toForm(project, rows), rulesOf(project)) })
    await insertIndicators(t, rows)
    await t.emit(ProjectDeclared, `project:${id}`, { name: input.name, year: input.year, from: source?.id ?? null })
    t.touch(topics.projects, topics.todo)
  })
  return getCycle(ctx, id)
}

type Draft = { year: number; name: string; no: number; dept: string; unit: string }

function draftOf(t: Tx, id: string, draft: Draft, source: ProjectTable | null): ProjectTable {
  const rules = ruleSetOf(draft.year)
  const initial = source ? initialOf(source) : { appropriation: '0', carryOver: '0', other: '0' }
  const project: ProjectTable = {
    id,
    ...draft,
    title: words.formTitle,
    currency_unit: '元',
    rule_set: rules,
    budget: [],
    goals: { expected: source?.goals.expected ?? '', actual: '' },
    stated_total: null,
    stated_weight: null,
    confidence: 1,
    warnings: [],
    lint: [],
    imported_by: t.actor.id,
    importer_name: t.actor.name,
    imported_at: new Date(t.now()),
    file_name: '',
    state: 'drafting',
    owner_id: t.actor.id,
    owner_name: t.actor.name,
    rev: 0,
    assessment: null,
  }
  return { ...project, budget: budgetLines(initial, rulesOf(project)) }
}

/** The target form as the workbench edits it. @throws Refused ability.missing, platform.notFound */
export async function getTarget(ctx: Ctx, id: string): Promise<Target> {
  demand(mayProject(ctx.actor, 'read'))
  const project = (await findProject(ctx, id)) ?? refuse('platform.notFound')
  return viewTarget(ctx, project, await findIndicators(ctx, [id]))
}

async function viewTarget(ctx: Ctx, project: ProjectTable, rows: readonly IndicatorTable[]): Promise<Target> {
  const form = toForm(project, rows)
  const facts = factsOf(project, await findTransitions(ctx, [project.id]))
  return {
    projectId: project.id,
    no: project.no,
    name: project.name,
    year: project.year,
    rev: project.rev,
    dept: project.dept,
    unit: project.unit,
    goal: project.goals.expected,
    initial: initialOf(project),
    executionWeight: rulesOf(project).execution.weight,
    rows: rows.map(({ id, seq, l1, l2, l3, target, weight }) => ({ id, seq, l1, l2, l3, target, weight })),
    weightSum: weightSum(form),
    lint: targetFindings(form, rulesOf(project)),
    can: { edit: mayEditTargets(ctx.actor, facts) },
  }
}

/** Loads a project for a change of its targets and holds it. */
async function holdDraft(t: Tx, id: string, rev: number): Promise<ProjectTable> {
  const project = (await lockProject(t, id)) ?? refuse('platform.notFound')
  demand(mayEditTargets(t.actor, factsOf(project, await findTransitions(t, [id]))))
  if (project.rev !== rev) refuse('project.moved')
  return project
}

/**
 * Saves the whole target form as it stands on the screen; unfinished rows are kept, checks only stand in the way of
 * submitting.
 *
 * @throws Refused ability.missing, ability.readOnly, platform.notFound, project.notEditable, project.notOwner, project.moved
 */
export async function saveTarget(ctx: Ctx, id: string, input: TargetInput): Promise<Target> {
  await ctx.tx(async (t) => {
    const project = await holdDraft(t, id, input.rev)
    const before = await findIndicators(t, [id])
    const rows = targetRows(input.rows, id, before, () => t.newId())
    const head = {
      dept: input.dept,
      unit: input.unit,
      goals: { expected: input.goal, actual: project.goals.actual },
      budget: budgetLines(input.initial, rulesOf(project)),
    }
    const form = toForm({ ...project, ...head }, rows)
    await saveTargetHead(t, project, { ...head, lint: targetFindings(form, rulesOf(project)) })
    await writeRows(t, id, before, rows)
    await t.emit(TargetSaved, `project:${id}`, { rows: rows.length, weightSum: weightSum(form) })
    t.touch(topics.project(id), topics.projects)
  })
  return getTarget(ctx, id)
}

/** Rows are moved out of the way first, since two of them may have changed places. */
async function writeRows(t: Tx, id: string, before: IndicatorTable[], rows: IndicatorTable[]): Promise<void> {
  const known = new Set(before.map((row) => row.id))
  const kept = new Set(rows.map((row) => row.id))
  await deleteIndicators(
    t,
    before.filter((row) => !kept.has(row.id)).map((row) => row.id),
  )
  await parkIndicators(t, id)
  for (const row of rows.filter((one) => known.has(one.id))) await updateIndicator(t, row)
  await insertIndicators(
    t,
    rows.filter((one) => !known.has(one.id)),
  )
}

/**
 * 事前评估: what five dimensions say of a project before its targets go out.
 *
 * @throws Refused as saveTarget
 */
export async function assessProject(
  ctx: Ctx,
  id: string,
  input: AssessmentInput & { rev: number },
): Promise<ProjectCycle> {
  const { rev, ...judged } = input
  await ctx.tx(async (t) => {
    const project = await holdDraft(t, id, rev)
    const by = { id: t.actor.id ?? '', name: t.actor.name }
    await saveAssessment(t, project, { ...judged, by, at: new Date(t.now()).toISOString() })
    const { conclusion } = judged
    await t.emit(ProjectAssessed, `project:${id}`, { total: assessmentTotal(judged), conclusion })
    t.touch(topics.project(id))
  })
  return getCycle(ctx, id)
}
