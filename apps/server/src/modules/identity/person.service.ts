import type { Person, RoleKey } from '@rongmei/contract'
import { topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Refused, demand, refuse } from '../../platform/refusal.ts'
import { settled } from './actor.policy.ts'
import { unlockAttempts } from './attempt.service.ts'
import { foldAccount } from './domain/account.ts'
import { judgeHolders, judgeOwnChange, KEY } from './domain/administration.ts'
import { readCursor, writeCursor } from './domain/cursor.ts'
import { judgePassword } from './domain/password.ts'
import { PasswordReset, PersonAdded, PersonChanged, personSubject } from './identity.events.ts'
import { lockStructure } from './identity.store.ts'
import { hashPassword, makeTemporaryPassword, sha256 } from './passwords.ts'
import { mayAdd, mayEdit, mayRead, maySeeUse, type PersonThing, scope } from './person.policy.ts'
import {
  countKeyHolders,
  findPerson,
  insertPerson,
  listPersons,
  type PeopleQuery,
  type PersonRow,
  replaceRoles,
  savePassword,
  updatePerson,
} from './person.store.ts'
import { listRoleRows } from './role.store.ts'
import { endSessions } from './session.store.ts'
import { joinUnit, leaveUnit } from './staffing.store.ts'
import { findUnit } from './unit.store.ts'

export type NewPerson = {
  account: string
  name: string
  unitId: string | null
  roles: RoleKey[]
  post: string
  /** A password the person keeps, instead of a temporary one: for the first administrator and the demo. */
  password?: string
}

export type PersonChange = {
  rev: number
  name?: string | undefined
  unitId?: string | null | undefined
  roles?: RoleKey[] | undefined
  post?: string | undefined
  state?: Person['state'] | undefined
}

/** A page of the people the actor may see, by name. @throws Refused session.passwordChangeNeeded, platform.invalid (cursor) */
export async function listPeople(ctx: Ctx, query: Omit<PeopleQuery, 'after'> & { cursor?: string | undefined }) {
  demand(settled(ctx.actor))
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
  if (after === null) throw new Refused('platform.invalid')
  const { rows, total } = await listPersons(ctx, scope(ctx.actor), { ...query, after })
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => toPerson(ctx.actor, row)),
    next: last && rows.length > query.limit ? writeCursor(last) : null,
    total,
    can: { add: mayAdd(ctx.actor, false).ok },
  }
}

/** Adds a person from today on. @throws Refused ability.missing, ability.readOnly, person.accountTaken, password.weak, platform.notFound (unit) */
export async function addPerson(ctx: Ctx, input: NewPerson): Promise<{ person: Person; temporaryPassword: string }> {
  demand(mayAdd(ctx.actor, await givesKey(ctx, input.roles)))
  if (input.password !== undefined) demand(judgePassword(input.password, input.account))
  const password = input.password ?? makeTemporaryPassword()
  const hash = await hashPassword(password)
  return ctx.tx(async (t) => {
    await lockStructure(t)
    demand(mayAdd(ctx.actor, await givesKey(t, input.roles)))
    const id = await savePerson(t, input, hash)
    return { person: toPerson(ctx.actor, await loadPerson(t, id)), temporaryPassword: password }
  })
}

/** Saves a person who may be saved: row, roles, membership and fact. @returns the id @throws Refused person.accountTaken, platform.notFound */
export async function savePerson(t: Tx, input: NewPerson, hash: string, id = t.newId()): Promise<string> {
  if (input.unitId !== null) await openUnit(t, input.unitId)
  const account = foldAccount(input.account)
  const row = {
    id,
    account: input.account,
    account_key: account,
    account_hash: sha256(account),
    name: input.name,
    unit_id: input.unitId,
    post: input.post,
    state: 'active' as const,
    password_hash: hash,
    must_change: input.password === undefined,
    last_seen_at: null,
    created_at: new Date(t.now()),
  }
  if (!(await insertPerson(t, row, input.roles))) refuse('person.accountTaken')
  const joinedOn = dayOf(t.now())
  if (input.unitId !== null) await joinUnit(t, id, input.unitId, joinedOn)
  const { name, unitId, roles } = input
  await t.emit(PersonAdded, personSubject(id), { name, unitId, roles, joinedOn })
  t.touch(topics.people)
  return id
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
    await savePassword(t, before.id, '', true) // who returns is given a new one
  }
  return changed
}

/** Gives a temporary password, unlocks the account and signs all devices out. @throws Refused ability.missing, platform.notFound */
export async function resetPassword(ctx: Ctx, id: string): Promise<{ temporaryPassword: string }> {
  demand(mayAdd(ctx.actor, false))
  const temporaryPassword = makeTemporaryPassword()
  const hash = await hashPassword(temporaryPassword)
  await ctx.tx(async (t) => {
    await lockStructure(t)
    const person = await loadPerson(t, id)
    demand(mayEdit(ctx.actor, toThing(person)))
    await savePassword(t, id, hash, true)
    await unlockAttempts(t, person.account_hash)
    const ended = await endSessions(t, id)
    await t.emit(PasswordReset, personSubject(id), { name: person.name, devicesEnded: ended.length })
  })
  return { temporaryPassword }
}

/** @throws Refused platform.notFound when there is no such person or the actor may not see him */
async function loadPerson(ctx: Ctx, id: string): Promise<PersonRow> {
  const row = await findPerson(ctx, id)
  if (!row) throw new Refused('platform.notFound')
  demand(mayRead(ctx.actor, toThing(row)))
  return row
}

/** A unit that can take people. @throws Refused platform.notFound */
async function openUnit(t: Tx, id: string): Promise<void> {
  const unit = await findUnit(t, id)
  if (!unit?.active) refuse('platform.notFound')
}

/** Whether one of the roles may manage roles. */
async function givesKey(ctx: Ctx, roles: readonly RoleKey[]): Promise<boolean> {
  const rows = await listRoleRows(ctx)
  return rows.some((role) => roles.includes(role.key) && role.abilities.includes(KEY))
}

const toThing = (row: PersonRow): PersonThing => ({ id: row.id, state: row.state, keyHolder: row.key_holder })

const toColumns = (next: Editable) => ({
  name: next.name,
  unit_id: next.unitId,
  post: next.post,
  state: next.state,
})

const shownState = (row: PersonRow) => (row.state === 'active' && row.locked_out ? 'locked' : row.state)

function toPerson(actor: Actor, row: PersonRow): Person {
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
