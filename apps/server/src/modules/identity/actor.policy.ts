import type { Ability, ErrorKey } from '@rongmei/contract'
import { all, no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'

/**
 * Whether the actor may work at all. Who still has to change a temporary password has neither roles nor abilities
 * (`authenticate` sees to that): a person always has a role, so having none means just this.
 */
export function settled(actor: Actor): Verdict<ErrorKey> {
  if (actor.kind === 'system') return YES
  if (actor.id === null) return no('session.required')
  return actor.roles.length === 0 ? no('session.passwordChangeNeeded') : YES
}

/** Whether one of the actor's roles has the ability; an auditor hears that auditors only look. */
export function mayDo(actor: Actor, ability: Ability): Verdict<ErrorKey> {
  if (actor.kind === 'system' || actor.abilities.has(ability)) return YES
  const onlyAuditor = actor.roles.length > 0 && actor.roles.every((role) => role === 'auditor')
  return all(settled(actor), no(onlyAuditor ? 'ability.readOnly' : 'ability.missing'))
}
