import type { ErrorKey, Person } from '@rongmei/contract'
import { all, no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { mayDo, settled } from './actor.policy.ts'
import { KEY } from './domain/administration.ts'

/** What the policy looks at: `keyHolder` says whether the person's roles may manage roles. */
export type PersonThing = { id: string; state: Person['state']; keyHolder: boolean }

/** Which people a list shows: those in one of the states, and oneself. */
export type PeopleScope = { states: readonly Person['state'][]; self: string | null }

/** Everybody sees the colleagues there are; those who have left only who manages people or audits. */
export function scope(actor: Actor): PeopleScope {
  if (!settled(actor).ok) return { states: [], self: null }
  if (seesAll(actor)) return { states: ['active', 'locked', 'left'], self: null }
  return { states: ['active', 'locked'], self: actor.id }
}

export function mayRead(actor: Actor, person: PersonThing): Verdict<ErrorKey> {
  const visible = person.state !== 'left' || person.id === actor.id || seesAll(actor)
  return all(settled(actor), visible ? YES : no('platform.notFound'))
}

/** To add a person. `keyHolder`: whether the roles given may manage roles; only who may do so himself gives those. */
export function mayAdd(actor: Actor, keyHolder: boolean): Verdict<ErrorKey> {
  return all(mayDo(actor, 'people.manage'), keyHolder ? mayDo(actor, KEY) : YES)
}

/** To change a person or give a temporary password: else who manages people could become an administrator that way. */
export function mayEdit(actor: Actor, person: PersonThing): Verdict<ErrorKey> {
  return all(mayRead(actor, person), mayAdd(actor, person.keyHolder))
}

/** When a colleague was last here is nobody's business but his own and that of those who manage or audit. */
export function maySeeUse(actor: Actor, person: PersonThing): boolean {
  return person.id === actor.id || seesAll(actor)
}

function seesAll(actor: Actor): boolean {
  return mayDo(actor, 'people.manage').ok || mayDo(actor, 'audit.read').ok
}
