import type { Ability, RectificationAct, RectificationState } from '@rongmei/contract'
import { all, no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { rectified } from './domain/rectification.ts'

/** What a policy needs to know of a rectification. */
export type RectificationFacts = { state: RectificationState; owner_id: string }

/** Those who check forms or review projects find what has to be put right, and look whether it was. */
const OVERSEERS: readonly Ability[] = ['project.check', 'project.review']

const able = <K extends string>(ok: boolean, why: K): Verdict<K> => (ok ? YES : no(why))

export function mayRead(actor: Actor): Verdict<'ability.missing'> {
  return able(actor.kind === 'system' || actor.abilities.has('project.read'), 'ability.missing')
}

export function mayRaise(actor: Actor): Verdict<'ability.missing'> {
  const oversees = OVERSEERS.some((one) => actor.abilities.has(one))
  return mayRead(actor).ok ? able(actor.kind === 'system' || oversees, 'ability.missing') : mayRead(actor)
}

/** The owner hands in; somebody else who oversees checks (maker ≠ checker). */
export function mayAct(actor: Actor, act: RectificationAct, facts: RectificationFacts): Verdict {
  const mine = actor.id === facts.owner_id
  return all<string>(
    mayRead(actor),
    act === 'hand' ? YES : mayRaise(actor),
    able(rectified(facts.state, act) !== undefined, 'rectification.wrongState'),
    act === 'hand' ? able(mine, 'rectification.notOwner') : able(!mine, 'rectification.ownWork'),
  )
}
