import { type AdjustmentState, type FundSource, type ProjectBudget, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { AdjustmentDecided, AdjustmentProposed, subjectOf } from './budget.events.ts'
import { mayBudget, mayDecide, mayWithdraw } from './budget.policy.ts'
import { getBudget } from './budget.service.ts'
import { fitsDecision, fitsSpent } from './domain/adjustment.ts'
import { remaining } from './domain/money.ts'
import { fitsYear } from './domain/payment.ts'
import { findAccount, insertAdjustment, lockAdjustment, lockMoney, updateAdjustment } from './ledger.store.ts'
import { projectOf } from './project.load.ts'

export type NewAdjustment = { source: FundSource; fen: string; date: string; reason: string; document: string }

/**
 * Proposes to change the year's budget of a source by ± 分 from a day on. It counts when somebody else approves it.
 *
 * @throws Refused ability.missing, platform.notFound, adjustment.wrongYear, adjustment.zero, adjustment.belowSpent
 */
export async function proposeAdjustment(ctx: Ctx, projectId: string, input: NewAdjustment): Promise<ProjectBudget> {
  demand(mayBudget(ctx.actor, 'write'))
  const project = await projectOf(ctx, projectId)
  demand(fitsYear(input.date, project.year, dayOf(ctx.now()), 'adjustment.wrongYear'))
  const fen = BigInt(input.fen)
  if (fen === 0n) refuse('adjustment.zero')
  await ctx.tx(async (t) => {
    await lockMoney(t, projectId)
    demand(fitsSpent(remaining((await findAccount(t, projectId)).ledger, input.source), fen))
    const id = t.newId()
    await insertAdjustment(t, {
      ...input,
      id,
      project_id: projectId,
      fen,
      state: 'proposed',
      proposer_id: t.actor.id,
      proposer_name: t.actor.name,
      proposed_at: new Date(t.now()),
      decider_id: null,
      decider_name: null,
      decided_at: null,
      opinion: '',
    })
    await t.emit(AdjustmentProposed, subjectOf(projectId), { adjustmentId: id, ...input })
    t.touch(topics.budgets)
  })
  return getBudget(ctx, projectId)
}

export type Decision = { state: Exclude<AdjustmentState, 'proposed'>; opinion: string }

/**
 * Approves or refuses what somebody else proposed, or withdraws what one proposed oneself.
 *
 * @throws Refused ability.missing, platform.notFound, adjustment.decided, adjustment.ownProposal,
 *   adjustment.notProposer, adjustment.belowSpent, adjustment.opinionNeeded
 */
export async function decideAdjustment(ctx: Ctx, id: string, decision: Decision): Promise<ProjectBudget> {
  demand(mayBudget(ctx.actor, decision.state === 'withdrawn' ? 'write' : 'approve'))
  const projectId = await ctx.tx(async (t) => {
    const row = (await lockAdjustment(t, id)) ?? refuse('platform.notFound')
    const may = decision.state === 'withdrawn' ? mayWithdraw : mayDecide
    demand(may(t.actor, row.proposer_id))
    await lockMoney(t, row.project_id)
    const left = remaining((await findAccount(t, row.project_id)).ledger, row.source)
    demand(fitsDecision(row, decision, left))
    await updateAdjustment(t, id, {
      ...decision,
      decider_id: t.actor.id,
      decider_name: t.actor.name,
      decided_at: new Date(t.now()),
    })
    const about = { adjustmentId: id, source: row.source, fen: String(row.fen) }
    await t.emit(AdjustmentDecided, subjectOf(row.project_id), { ...about, ...decision })
    t.touch(topics.budgets)
    return row.project_id
  })
  return getBudget(ctx, projectId)
}
