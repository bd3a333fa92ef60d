import { type Person, type RoleKey, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { unlockAttempts } from './attempt.service.ts'
import { judgeHolders, judgeOwnChange } from './domain/administration.ts'
import { PersonChanged, personSubject } from './identity.events.ts'
import { lockStructure } from './identity.store.ts'
import { givesKey, loadPerson, openUnit } from './person.load.ts'
import { mayAdd, mayEdit } from './person.policy.ts'
import { countKeyHolders, type PersonRow, replaceRoles, savePassword, updatePerson } from './person.store.ts'
import { shownState, toPerson, toThing } from './person.view.ts'
import { endSessions } from './session.store.ts'
import { joinUnit, leaveUnit } from './staffing.store.ts'

export type PersonChange = {
  rev: number
  name?: string | undefined
  unitId?: string | null | undefined
  roles?: RoleKey[] | undefined
  post?: string | undefined
  state?: Person['state'] | undefined
}

/** @throws Refused ability.missing, person.moved, person.notYourself, person.lastAdministrator, platform.notFound */
export async function changePerson(ctx: Ctx, id: string, change: PersonChange): Promise<Person> {
  return ctx.tx(async (t) => {
    await lockStructure(t)
    const before = await loadPerson(t, id)
    demand(mayEdit(ctx.actor, toThing(before)))
    if (before.rev !== change.rev) refuse('person.moved')
    const next = mergeChange(before, change)
    const keyHolder = await givesKey(t, next.roles)
    demand(mayAdd(ctx.actor, keyHolder))
    const standing = { state: before.state, keyHolder: before.key_holder }
    if (id === ctx.actor.id) demand(judgeOwnChange(standing, { state: next.state, keyHolder }))
    const changed = await saveChange(t, before, next)
    if (before.locked_out && change.state === 'active') {
      await unlockAttempts(t, before.account_hash)
      changed.push('unlocked')
    }
    if (changed.length > 0) {
      if (!(await updatePerson(t, id, before.rev, toColumns(next)))) refuse('person.moved')
      if (before.key_holder) demand(judgeHolders(await countKeyHolders(t)))
      const { name, unitId, roles, state } = next
      await t.emit(PersonChanged, personSubject(id), { name, changed, unitId, roles, state })
      t.touch(topics.people)
    }
    return toPerson(ctx.actor, await loadPerson(t, id))
  })
}

type Editable = Pick<Person, 'name' | 'unitId' | 'roles' | 'post' | 'state'>

function mergeChange(before: PersonRow, change: PersonChange): Editable {
  // A form that sends back the 'locked' of a lock-out by failed sign-ins does not make it lasting.
  const state = change.state === undefined || change.state === shownState(before) ? before.state : change.state
  return {
    name: change.name ?? before.name,
    unitId: change.unitId === undefined ? before.unit_id : change.unitId,
    roles: change.roles ? [...new Set(change.roles)].sort() : before.roles,
    post: change.post ?? before.post,
    state,
  }
}

/** Saves what stands outside the person's row. @returns which fields differ */
async function saveChange(t: Tx, before: PersonRow, next: Editable): Promise<string[]> {
  const changed: string[] = []
  if (next.name !== before.name) changed.push('name')
  if (next.post !== before.post) changed.push('post')
  if (next.unitId !== before.unit_id) changed.push('unitId')
  if (next.state !== before.state) changed.push('state')
  if (next.roles.join() !== before.roles.join()) {
    changed.push('roles')
    await replaceRoles(t, before.id, next.roles)
  }
  const today = dayOf(t.now())
  const from = before.state === 'left' ? null : before.unit_id
  const to = next.state === 'left' ? null : next.unitId
  if (from !== to && from !== null) await leaveUnit(t, before.id, today)
  if (from !== to && to !== null) {
    await openUnit(t, to)
    await joinUnit(t, before.id, to, today)
  }
  if (next.state === 'left' && before.state !== 'left') {
    await endSessions(t, before.id)
    t.touch(topics.access)
    await savePassword(t, before.id, '', true) // who returns is given a new one
  }
  return changed
}

const toColumns = (next: Editable) => ({
  name: next.name,
  unit_id: next.unitId,
  post: next.post,
  state: next.state,
})
