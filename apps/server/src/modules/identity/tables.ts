import type { Ability, Person, RoleKey, Unit } from '@rongmei/contract'
import type { Generated } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'

export type UnitTable = {
  id: string
  name: string
  kind: Unit['kind']
  parent_id: string | null
  establishment: number
  active: boolean
  rev: Generated<number>
  created_at: Date
}

export type EstablishmentTable = { unit_id: string; from_day: string; posts: number }

export type RoleTable = { key: RoleKey; abilities: Ability[]; rev: Generated<number> }

export type PersonTable = {
  id: string
  account: string
  account_key: string
  account_hash: Buffer
  name: string
  unit_id: string | null
  post: string
  state: Person['state']
  password_hash: string
  must_change: boolean
  last_seen_at: Date | null
  rev: Generated<number>
  created_at: Date
}

export type PersonRoleTable = { person_id: string; role_key: RoleKey }

export type MembershipTable = {
  id: string
  person_id: string
  unit_id: string
  joined_on: string
  left_on: string | null
}

export type SessionTable = {
  id: string
  person_id: string
  token_hash: Buffer
  created_at: Date
  last_seen_at: Date
  valid_until: Date | null
  ended_at: Date | null
  agent: string
  address: string
}

export type SignInFailureTable = { id: Generated<number>; account_hash: Buffer; address: string; at: Date }

export type SignInLockTable = { account_hash: Buffer; until: Date }

export type IdentityTables = {
  'identity.unit': UnitTable
  'identity.establishment': EstablishmentTable
  'identity.role': RoleTable
  'identity.person': PersonTable
  'identity.person_role': PersonRoleTable
  'identity.membership': MembershipTable
  'identity.session': SessionTable
  'identity.sign_in_failure': SignInFailureTable
  'identity.sign_in_lock': SignInLockTable
}

/** The module's view of the database; a `Tx` gives its transaction. */
export const database = (ctx: Ctx) => ctx.db.withTables<IdentityTables>()
