import type { Person, RoleKey } from '@rongmei/contract'
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { PeopleScope } from './person.policy.ts'
import { database, type PersonTable } from './tables.ts'

export type PersonRow = Omit<PersonTable, 'rev'> & {
  rev: number
  unit_name: string | null
  roles: RoleKey[]
  /** Whether one of the roles may manage roles. */
  key_holder: boolean
  /** Locked for a while by failed sign-ins. */
  locked_out: boolean
}

export type PeopleQuery = {
  q?: string | undefined
  unit?: string | undefined
  role?: RoleKey | undefined
  state?: Person['state'] | undefined
  after?: { name: string; id: string } | undefined
  limit: number
}

const ROLES = sql<
  RoleKey[]
>`array(select pr.role_key from identity.person_role pr where pr.person_id = p.id order by pr.role_key collate "C")`
const KEY_HOLDER = sql<boolean>`exists (
  select from identity.person_role pr join identity.role r on r.key = pr.role_key
  where pr.person_id = p.id and 'role.manage' = any (r.abilities))`
const BY_NAME = sql`p.name collate "zh-x-icu"`

function people(ctx: Ctx) {
  return database(ctx)
    .selectFrom('identity.person as p')
    .leftJoin('identity.unit as u', 'u.id', 'p.unit_id')
    .leftJoin('identity.sign_in_lock as l', (join) =>
      join.onRef('l.account_hash', '=', 'p.account_hash').on('l.until', '>', new Date(ctx.now())),
    )
}

function personRows(ctx: Ctx) {
  return people(ctx)
    .selectAll('p')
    .select('u.name as unit_name')
    .select([ROLES.as('roles'), KEY_HOLDER.as('key_holder')])
    .select(sql<boolean>`l.until is not null`.as('locked_out'))
}

export function findPerson(ctx: Ctx, id: string): Promise<PersonRow | undefined> {
  return personRows(ctx).where('p.id', '=', id).executeTakeFirst()
}

export function findPersonByAccount(ctx: Ctx, accountKey: string): Promise<PersonRow | undefined> {
  return personRows(ctx).where('p.account_key', '=', accountKey).executeTakeFirst()
}

/** A page of people by name in Chinese order, and how many there are in all pages. */
export async function listPersons(
  ctx: Ctx,
  scope: PeopleScope,
  query: PeopleQuery,
): Promise<{ rows: PersonRow[]; total: number }> {
  let rows = personRows(ctx)
    .orderBy(BY_NAME)
    .orderBy('p.id')
    .limit(query.limit + 1)
  let total = people(ctx).select((eb) => eb.fn.countAll<number>().as('count'))
  for (const condition of conditions(scope, query)) {
    rows = rows.where(condition)
    total = total.where(condition)
  }
  if (query.after) rows = rows.where(sql<boolean>`(${BY_NAME}, p.id) > (${query.after.name}, ${query.after.id}::uuid)`)
  return { rows: await rows.execute(), total: (await total.executeTakeFirstOrThrow()).count }
}

function conditions(scope: PeopleScope, query: PeopleQuery) {
  const list = [
    sql<boolean>`(p.state = any (${[...scope.states]}) ${scope.self ? sql`or p.id = ${scope.self}` : sql``})`,
  ]
  if (query.q) {
    const pattern = `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`
    list.push(sql<boolean>`(p.name ilike ${pattern} or p.account ilike ${pattern})`)
  }
  if (query.unit) list.push(sql<boolean>`p.unit_id = ${query.unit}`)
  if (query.role)
    list.push(
      sql<boolean>`exists (select from identity.person_role pr where pr.person_id = p.id and pr.role_key = ${query.role})`,
    )
  if (query.state === 'locked')
    list.push(sql<boolean>`(p.state = 'locked' or (p.state = 'active' and l.until is not null))`)
  if (query.state === 'active') list.push(sql<boolean>`(p.state = 'active' and l.until is null)`)
  if (query.state === 'left') list.push(sql<boolean>`p.state = 'left'`)
  return list
}

/** Names and units of people, for lists of other modules; those unknown are missing. */
export function findPersonsById(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Pick<PersonRow, 'id' | 'name' | 'unit_id' | 'unit_name' | 'post' | 'state'>[]> {
  return database(ctx)
    .selectFrom('identity.person as p')
    .leftJoin('identity.unit as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.name', 'p.unit_id', 'u.name as unit_name', 'p.post', 'p.state'])
    .where(sql<boolean>`p.id = any (${[...ids]}::uuid[])`)
    .execute()
}

export async function personExists(ctx: Ctx): Promise<boolean> {
  const row = await database(ctx).selectFrom('identity.person').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Saves a new person with roles. @returns false when the account is taken */
export async function insertPerson(t: Tx, row: Insertable<PersonTable>, roles: readonly RoleKey[]): Promise<boolean> {
  const saved = await database(t)
    .insertInto('identity.person')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved) await insertRoles(t, row.id, roles)
  return saved !== undefined
}

/** Changes a person whose revision is still `rev`. @returns false when somebody was faster */
export async function updatePerson(
  t: Tx,
  id: string,
  rev: number,
  change: Omit<Updateable<PersonTable>, 'id' | 'rev'>,
): Promise<boolean> {
  const done = await database(t)
    .updateTable('identity.person')
    .set({ ...change, rev: rev + 1 })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** A password is no part of the record that people edit: its change leaves the revision alone. */
export async function savePassword(t: Tx, id: string, hash: string, mustChange: boolean): Promise<void> {
  await database(t)
    .updateTable('identity.person')
    .set({ password_hash: hash, must_change: mustChange })
    .where('id', '=', id)
    .execute()
}

export async function replaceRoles(t: Tx, id: string, roles: readonly RoleKey[]): Promise<void> {
  await database(t).deleteFrom('identity.person_role').where('person_id', '=', id).execute()
  await insertRoles(t, id, roles)
}

async function insertRoles(t: Tx, id: string, roles: readonly RoleKey[]): Promise<void> {
  const rows = [...new Set(roles)].map((role) => ({ person_id: id, role_key: role }))
  await database(t).insertInto('identity.person_role').values(rows).execute()
}

/** How many active people may manage roles. */
export async function countKeyHolders(t: Tx): Promise<number> {
  const row = await database(t)
    .selectFrom('identity.person as p')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('p.state', '=', 'active')
    .where(KEY_HOLDER)
    .executeTakeFirstOrThrow()
  return row.count
}
