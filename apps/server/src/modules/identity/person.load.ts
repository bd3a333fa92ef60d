import type { RoleKey } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, Refused, refuse } from '../../platform/refusal.ts'
import { KEY } from './domain/administration.ts'
import { mayRead } from './person.policy.ts'
import { findPerson, type PersonRow } from './person.store.ts'
import { toThing } from './person.view.ts'
import { listRoleRows } from './role.store.ts'
import { findUnit } from './unit.store.ts'

/** @throws Refused platform.notFound when there is no such person or the actor may not see him */
export async function loadPerson(ctx: Ctx, id: string): Promise<PersonRow> {
  const row = await findPerson(ctx, id)
  if (!row) throw new Refused('platform.notFound')
  demand(mayRead(ctx.actor, toThing(row)))
  return row
}

/** A unit that can take people. @throws Refused platform.notFound */
export async function openUnit(t: Tx, id: string): Promise<void> {
  const unit = await findUnit(t, id)
  if (!unit?.active) refuse('platform.notFound')
}

/** Whether one of the roles may manage roles. */
export async function givesKey(ctx: Ctx, roles: readonly RoleKey[]): Promise<boolean> {
  const rows = await listRoleRows(ctx)
  return rows.some((role) => roles.includes(role.key) && role.abilities.includes(KEY))
}
