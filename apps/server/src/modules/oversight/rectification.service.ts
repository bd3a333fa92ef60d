import type {
  Rectification,
  RectificationAct,
  RectificationFilter,
  RectificationInput,
  VerdictView,
} from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { findProjectState } from '../appraisal/index.ts'
import { actorOf } from '../identity/index.ts'
import { isOverdue, isProven, rectified } from './domain/rectification.ts'
import { RectificationMoved, RectificationRaised, subjectOf } from './rectification.events.ts'
import { mayAct, mayRaise, mayRead } from './rectification.policy.ts'
import {
  findRectifications,
  insertRectification,
  lockRectification,
  updateRectification,
} from './rectification.store.ts'
import type { RectificationTable } from './tables.ts'

export type RectificationMove = {
  rev: number
  act: RectificationAct
  measures: string
  file: { url: string; name: string } | null
  opinion: string
}

/** What has to be put right, the earliest due first. @throws Refused ability.missing */
export async function listRectifications(
  ctx: Ctx,
  filter: RectificationFilter,
): Promise<{ items: Rectification[]; can: { add: VerdictView } }> {
  demand(mayRead(ctx.actor))
  const rows = await findRectifications(ctx, {
    year: filter.year,
    state: filter.state,
    projectId: filter.project,
    ...(filter.mine && ctx.actor.id ? { ownerId: ctx.actor.id } : {}),
  })
  return { items: rows.map((row) => rectificationView(ctx, row)), can: { add: mayRaise(ctx.actor) } }
}

/** @throws Refused ability.missing, platform.notFound (no such project) */
export async function addRectification(ctx: Ctx, input: RectificationInput): Promise<Rectification> {
  demand(mayRaise(ctx.actor))
  const project = (await findProjectState(ctx, input.projectId)) ?? refuse('platform.notFound')
  const owner = await actorOf(ctx, input.ownerId)
  const row: RectificationTable = {
    id: ctx.newId(),
    project_id: project.id,
    project_name: project.name,
    year: project.year,
    problem: input.problem,
    source: input.source,
    owner_id: input.ownerId,
    owner_name: owner.name,
    due_on: input.dueOn,
    budget_impact: input.budgetImpact,
    state: 'open',
    measures: '',
    file_url: null,
    file_name: null,
    handed_in_at: null,
    checker_id: null,
    checker_name: null,
    checked_at: null,
    opinion: '',
    by_id: ctx.actor.id,
    by_name: ctx.actor.name,
    at: new Date(ctx.now()),
    rev: 0,
  }
  await ctx.tx(async (t) => {
    await insertRectification(t, row)
    const { problem, ownerId, dueOn } = input
    await t.emit(RectificationRaised, subjectOf(row.id), { projectId: project.id, problem, ownerId, dueOn })
    t.touch('rectifications')
  })
  return rectificationView(ctx, row)
}

/**
 * Hands in what was done with its proof, accepts it, or sends it back with a reason.
 *
 * @throws Refused ability.missing, platform.notFound, rectification.wrongState, rectification.notOwner,
 * rectification.ownWork, rectification.evidenceNeeded, rectification.opinionNeeded, rectification.moved
 */
export async function actRectification(ctx: Ctx, id: string, move: RectificationMove): Promise<Rectification> {
  return ctx.tx(async (t) => {
    const row = (await lockRectification(t, id)) ?? refuse('platform.notFound')
    demand(mayAct(t.actor, move.act, row))
    if (move.rev !== row.rev) refuse('rectification.moved')
    if (move.act === 'hand') demand(isProven(move.measures, move.file?.url ?? null))
    if (move.act === 'reject' && move.opinion === '') refuse('rectification.opinionNeeded')
    const patch = changeOf(row, move, { id: t.actor.id, name: t.actor.name }, new Date(t.now()))
    await updateRectification(t, id, patch)
    const { act, measures, opinion } = move
    await t.emit(RectificationMoved, subjectOf(id), { projectId: row.project_id, act, measures, opinion })
    t.touch('rectifications')
    return rectificationView(t, { ...row, ...patch, rev: row.rev + 1 })
  })
}

function changeOf(
  row: RectificationTable,
  move: RectificationMove,
  by: { id: string | null; name: string },
  at: Date,
): Partial<RectificationTable> {
  const state = rectified(row.state, move.act) ?? refuse('rectification.wrongState')
  if (move.act === 'hand') {
    return {
      state,
      measures: move.measures,
      file_url: move.file?.url ?? null,
      file_name: move.file?.name ?? null,
      handed_in_at: at,
    }
  }
  return { state, checker_id: by.id, checker_name: by.name, checked_at: at, opinion: move.opinion }
}

function rectificationView(ctx: Ctx, row: RectificationTable): Rectification {
  return {
    id: row.id,
    project: { id: row.project_id, name: row.project_name, year: row.year },
    problem: row.problem,
    source: row.source,
    owner: { id: row.owner_id, name: row.owner_name },
    dueOn: row.due_on,
    budgetImpact: row.budget_impact,
    state: row.state,
    overdue: isOverdue(row.state, row.due_on, dayOf(ctx.now())),
    measures: row.measures,
    file: row.file_url === null ? null : { url: row.file_url, name: row.file_name ?? '' },
    handedInAt: row.handed_in_at?.toISOString() ?? null,
    checker: row.checked_at === null ? null : { id: row.checker_id ?? '', name: row.checker_name ?? '' },
    checkedAt: row.checked_at?.toISOString() ?? null,
    opinion: row.opinion,
    by: { id: row.by_id ?? '', name: row.by_name },
    at: row.at.toISOString(),
    rev: row.rev,
    can: { hand: mayAct(ctx.actor, 'hand', row), check: mayAct(ctx.actor, 'accept', row) },
  }
}
