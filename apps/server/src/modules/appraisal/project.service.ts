import type { Project, ProjectRow } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { findDeviations } from './deviation.store.ts'
import { findLatestFreeze } from './freeze.store.ts'
import { findComputations, findComputationsById } from './indicator.store.ts'
import type { Reading } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import { findIndicators, findProject, findProjects, findYears } from './project.store.ts'
import { findRubrics } from './rubric.store.ts'
import { viewProject, viewRow } from './project.view.ts'
import type { ProjectTable } from './tables.ts'

/** The projects of a year; of the newest year that has forms when none is asked for. @throws Refused ability.missing */
export async function listProjects(
  ctx: Ctx,
  asked: number | undefined,
): Promise<{ items: ProjectRow[]; years: number[]; can: { import: boolean } }> {
  demand(mayProject(ctx.actor, 'read'))
  const years = await findYears(ctx)
  const year = asked ?? years[0]
  const projects = year === undefined ? [] : await findProjects(ctx, year)
  const indicators = await findIndicators(
    ctx,
    projects.map((project) => project.id),
  )
  const items = projects.map((project) =>
    viewRow(
      project,
      indicators.filter((row) => row.project_id === project.id),
    ),
  )
  return { items, years, can: { import: mayProject(ctx.actor, 'import').ok } }
}

/** @throws Refused ability.missing, platform.notFound */
export async function getProject(ctx: Ctx, id: string): Promise<Project> {
  demand(mayProject(ctx.actor, 'read'))
  const project = (await findProject(ctx, id)) ?? refuse('platform.notFound')
  return viewProject(await readProject(ctx, project), ctx.actor)
}

/** A form with its rows and all that is shown beside them. */
export async function readProject(ctx: Ctx, project: ProjectTable): Promise<Reading> {
  const indicators = await findIndicators(ctx, [project.id])
  const ids = indicators.map((row) => row.id)
  const frozen = await findLatestFreeze(ctx, project.id)
  const frozenIds = [...(frozen?.rows.values() ?? [])].flatMap((row) => row.computation_id ?? [])
  return {
    project,
    indicators,
    computations: await findComputations(ctx, indicators),
    rubrics: await findRubrics(ctx, ids),
    deviations: await findDeviations(ctx, ids),
    frozen: frozen && { ...frozen, computations: await findComputationsById(ctx, frozenIds) },
    measures: ctx.measures,
  }
}
