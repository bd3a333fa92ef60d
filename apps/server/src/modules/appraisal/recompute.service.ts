import { errors, type Recompute, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { job } from '../../platform/jobs.ts'
import { demand, Refused, refuse } from '../../platform/refusal.ts'
import { ProjectRecomputed } from './appraisal.events.ts'
import { recomputeRow } from './indicator.service.ts'
import { mayProject } from './project.policy.ts'
import { findIndicators, findProject } from './project.store.ts'
import { isOpen } from './project.view.ts'
import { findLastRun, findLinkedProjects, findRun, insertRun, saveProgress } from './recompute.store.ts'
import type { RecomputeTable } from './tables.ts'

/**
 * Computes every linked indicator of a form anew, in the background. While one such run is going, that run is the answer.
 *
 * @throws Refused ability.missing, ability.readOnly, platform.notFound, project.notEditable
 */
export async function startRecompute(ctx: Ctx, projectId: string): Promise<Recompute> {
  demand(mayProject(ctx.actor, 'link'))
  const project = (await findProject(ctx, projectId)) ?? refuse('platform.notFound')
  if (!isOpen(project)) refuse('project.notEditable')
  const linked = (await findIndicators(ctx, [projectId])).filter((row) => row.measure !== null)
  await ctx.tx(async (t) => {
    const id = t.newId()
    const started = await insertRun(t, {
      id,
      project_id: projectId,
      total: linked.length,
      done: 0,
      failures: [],
      by: t.actor.id,
      by_name: t.actor.name,
      asked_at: new Date(t.now()),
      finished_at: null,
    })
    if (started) await t.enqueue(recomputeJob, { id })
  })
  const run = await findLastRun(ctx, projectId)
  if (!run) throw new Error('the run just started is gone')
  return viewRun(run)
}

/** How far the latest run of a form is. @throws Refused ability.missing, platform.notFound */
export async function lastRecompute(ctx: Ctx, projectId: string): Promise<{ run: Recompute | null }> {
  demand(mayProject(ctx.actor, 'read'))
  if (!(await findProject(ctx, projectId))) refuse('platform.notFound')
  const run = await findLastRun(ctx, projectId)
  return { run: run ? viewRun(run) : null }
}

/** Works one run off, row by row, each in a transaction of its own; a row that cannot be computed does not stop the others. */
export async function runRecompute(ctx: Ctx, id: string): Promise<void> {
  const run = await findRun(ctx, id)
  if (!run || run.finished_at !== null) return
  const linked = (await findIndicators(ctx, [run.project_id])).filter((row) => row.measure !== null)
  const failures: Recompute['failures'] = []
  for (const [index, row] of linked.entries()) {
    try {
      await recomputeRow(ctx, row)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      failures.push({ seq: row.seq, l3: row.l3, message: errors[error.key][1] })
    }
    await ctx.tx(async (t) => {
      await saveProgress(t, id, { done: index + 1, failures, finished_at: null })
      t.touch(topics.project(run.project_id))
    })
  }
  await ctx.tx(async (t) => {
    await saveProgress(t, id, { done: linked.length, failures, finished_at: new Date(t.now()) })
    const told = { runId: id, total: linked.length, failed: failures.length }
    await t.emit(ProjectRecomputed, `project:${run.project_id}`, told)
    t.touch(topics.project(run.project_id), topics.projects)
  })
}

/** Starts a run for every open form of this year and last that has links; what is handed in stays as it is. */
export async function recomputeNightly(ctx: Ctx): Promise<void> {
  const year = Number(dayOf(ctx.now()).slice(0, 4))
  for (const { id } of await findLinkedProjects(ctx, [year - 1, year])) {
    const project = await findProject(ctx, id)
    if (project && isOpen(project)) await startRecompute(ctx, id)
  }
}

function viewRun(row: RecomputeTable): Recompute {
  return {
    id: row.id,
    total: row.total,
    done: row.done,
    failures: row.failures,
    by: { id: row.by ?? '', name: row.by_name },
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

export const recomputeJob = job({
  name: 'appraisal.recompute',
  data: z.object({ id: z.string() }),
  run: (ctx, { id }) => runRecompute(ctx, id),
})

/** At night, when nobody waits for the database. */
export const nightlyJob = job({
  name: 'appraisal.nightly',
  data: z.object({}),
  schedule: '20 3 * * *',
  run: (ctx) => recomputeNightly(ctx),
})
