import type { Person } from '@rongmei/contract'
import type { Actor } from '../../platform/actor.ts'
import { mayEdit, maySeeUse, type PersonThing } from './person.policy.ts'
import type { PersonRow } from './person.store.ts'

/** What policies look at. */
export const toThing = (row: PersonRow): PersonThing => ({ id: row.id, state: row.state, keyHolder: row.key_holder })

/** Locked by an administrator or, for a while, by failed sign-ins. */
export const shownState = (row: PersonRow) => (row.state === 'active' && row.locked_out ? 'locked' : row.state)

/** A person as the contract promises, with what the actor may do to him. */
export function toPerson(actor: Actor, row: PersonRow): Person {
  const thing = toThing(row)
  const edit = mayEdit(actor, thing)
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    roles: row.roles,
    state: shownState(row),
    post: row.post,
    lastSeenAt: maySeeUse(actor, thing) ? (row.last_seen_at?.toISOString() ?? null) : null,
    rev: row.rev,
    can: { edit, resetPassword: edit },
  }
}
