import { type Person, type RoleKey, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, Refused, refuse } from '../../platform/refusal.ts'
import { settled } from './actor.policy.ts'
import { unlockAttempts } from './attempt.service.ts'
import { foldAccount } from './domain/account.ts'
import { readCursor, writeCursor } from './domain/cursor.ts'
import { judgePassword } from './domain/password.ts'
import { PasswordReset, PersonAdded, personSubject } from './identity.events.ts'
import { lockStructure } from './identity.store.ts'
import { hashPassword, makeTemporaryPassword, sha256 } from './passwords.ts'
import { givesKey, loadPerson, openUnit } from './person.load.ts'
import { mayAdd, mayEdit, scope } from './person.policy.ts'
import { insertPerson, listPersons, type PeopleQuery, savePassword } from './person.store.ts'
import { toPerson, toThing } from './person.view.ts'
import { endSessions } from './session.store.ts'
import { joinUnit } from './staffing.store.ts'

export type NewPerson = {
  account: string
  name: string
  unitId: string | null
  roles: RoleKey[]
  post: string
  /** A password the person keeps, instead of a temporary one: for the first administrator and the demo. */
  password?: string
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
    t.touch(topics.access)
    await t.emit(PasswordReset, personSubject(id), { name: person.name, devicesEnded: ended.length })
  })
  return { temporaryPassword }
}
