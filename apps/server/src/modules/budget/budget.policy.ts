import type { Ability } from '@rongmei/contract'
import { no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'

/** What one may do with the money records; each is an ability of its own. */
export type BudgetAct = 'read' | 'write' | 'approve'

const ABILITY: Record<BudgetAct, Ability> = { read: 'budget.read', write: 'budget.write', approve: 'budget.approve' }

/**
 * Whether the actor may. The budgets belong to the whole centre, so no project is another's: the act alone decides. An
 * auditor reads and changes nothing, whatever the role was given. The system (replay, jobs) may do everything.
 */
export function mayBudget(actor: Actor, act: BudgetAct): Verdict<'ability.missing' | 'ability.readOnly'> {
  if (actor.kind === 'system') return YES
  if (!actor.abilities.has(ABILITY.read)) return no('ability.missing')
  const auditor = actor.roles.length > 0 && actor.roles.every((role) => role === 'auditor')
  if (act !== 'read' && auditor) return no('ability.readOnly')
  return actor.abilities.has(ABILITY[act]) ? YES : no('ability.missing')
}

/** Approving or refusing takes a second person: never who proposed. */
export function mayDecide(
  actor: Actor,
  proposerId: string | null,
): Verdict<'ability.missing' | 'ability.readOnly' | 'adjustment.ownProposal'> {
  const able = mayBudget(actor, 'approve')
  if (!able.ok) return able
  return actor.id === proposerId ? no('adjustment.ownProposal') : YES
}

/** Only who proposed takes the proposal back. */
export function mayWithdraw(
  actor: Actor,
  proposerId: string | null,
): Verdict<'ability.missing' | 'ability.readOnly' | 'adjustment.notProposer'> {
  const able = mayBudget(actor, 'write')
  if (!able.ok) return able
  return actor.id === proposerId ? YES : no('adjustment.notProposer')
}
