import type { Ability, Person, RoleKey } from '@rongmei/contract'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { database, type SessionTable } from './tables.ts'

export type Bearer = {
  session_id: string | null
  created_at: Date
  last_seen_at: Date
  valid_until: Date | null
  ended_at: Date | null
  id: string
  name: string
  unit_id: string | null
  state: Person['state']
  must_change: boolean
  roles: RoleKey[]
  abilities: Ability[]
}

const ROLES = sql<
  RoleKey[]
>`array(select pr.role_key from identity.person_role pr where pr.person_id = p.id order by pr.role_key collate "C")`
const ABILITIES = sql<Ability[]>`array(
  select distinct unnest(r.abilities) from identity.person_role pr join identity.role r on r.key = pr.role_key
  where pr.person_id = p.id)`

/** Who holds a token, with roles and abilities, whatever the state of the session: one query, asked on every request. */
export function findBearer(ctx: Ctx, tokenHash: Buffer): Promise<Bearer | undefined> {
  return database(ctx)
    .selectFrom('identity.session as s')
    .innerJoin('identity.person as p', 'p.id', 's.person_id')
    .select(['s.id as session_id', 's.created_at', 's.last_seen_at', 's.valid_until', 's.ended_at'])
    .select(['p.id', 'p.name', 'p.unit_id', 'p.state', 'p.must_change'])
    .select([ROLES.as('roles'), ABILITIES.as('abilities')])
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** A person with what he may do, without a session: for jobs, the replay and tests. */
export function findPowers(
  ctx: Ctx,
  personId: string,
): Promise<Pick<Bearer, 'id' | 'name' | 'unit_id' | 'roles' | 'abilities'> | undefined> {
  return database(ctx)
    .selectFrom('identity.person as p')
    .select(['p.id', 'p.name', 'p.unit_id'])
    .select([ROLES.as('roles'), ABILITIES.as('abilities')])
    .where('p.id', '=', personId)
    .executeTakeFirst()
}

export async function insertSession(t: Tx, row: SessionTable): Promise<void> {
  await database(t).insertInto('identity.session').values(row).execute()
}

/** Notes that a session and its person were seen now. */
export async function touchSession(t: Tx, bearer: { session_id: string; id: string }, validUntil: Date): Promise<void> {
  const now = new Date(t.now())
  await database(t)
    .updateTable('identity.session')
    .set({ last_seen_at: now, valid_until: validUntil })
    .where('id', '=', bearer.session_id)
    .execute()
  await database(t).updateTable('identity.person').set({ last_seen_at: now }).where('id', '=', bearer.id).execute()
}

/** Sessions of a person that still hold, latest first. */
export function findSessions(ctx: Ctx, personId: string): Promise<SessionTable[]> {
  return database(ctx)
    .selectFrom('identity.session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', new Date(ctx.now()))]))
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute()
}

/** Ends sessions of a person: one (`only`), all but one (`except`) or all. @returns those that ended now */
export function endSessions(
  t: Tx,
  personId: string,
  which: { only?: string; except?: string | null } = {},
): Promise<{ id: string; agent: string }[]> {
  let ended = database(t)
    .updateTable('identity.session')
    .set({ ended_at: new Date(t.now()) })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
  if (which.only) ended = ended.where('id', '=', which.only)
  if (which.except) ended = ended.where('id', '<>', which.except)
  return ended.returning(['id', 'agent']).execute()
}

/** Removes sessions that have been over since before an instant. */
export async function deleteOldSessions(t: Tx, before: Date): Promise<void> {
  await database(t)
    .deleteFrom('identity.session')
    .where((eb) => eb(eb.fn.coalesce('ended_at', 'valid_until', 'created_at'), '<', before))
    .execute()
}
