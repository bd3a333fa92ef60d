import { type Ability, ROLE_KEYS, type Role, type RoleKey, roleNames, topics } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { Refused, demand, refuse } from '../../platform/refusal.ts'
import { settled } from './actor.policy.ts'
import { judgeAbilities, judgeHolders, orderAbilities } from './domain/administration.ts'
import { RoleChanged, roleSubject } from './identity.events.ts'
import { lockStructure } from './identity.store.ts'
import { countKeyHolders } from './person.store.ts'
import { mayManageRoles } from './role.policy.ts'
import { listRoleRows, type RoleRow, updateRole } from './role.store.ts'

/** The nine roles in the order of the contract. @throws Refused session.passwordChangeNeeded */
export async function listRoles(ctx: Ctx): Promise<{ items: Role[]; can: { manage: boolean } }> {
  demand(settled(ctx.actor))
  const rows = await listRoleRows(ctx)
  rows.sort((a, b) => ROLE_KEYS.indexOf(a.key) - ROLE_KEYS.indexOf(b.key))
  return { items: rows.map(toRole), can: { manage: mayManageRoles(ctx.actor).ok } }
}

/** Sets what a role may do, at once for everybody who holds it. @throws Refused ability.missing, ability.readOnly, role.moved, person.lastAdministrator */
export async function changeRole(ctx: Ctx, key: RoleKey, change: { rev: number; abilities: Ability[] }): Promise<Role> {
  demand(mayManageRoles(ctx.actor))
  demand(judgeAbilities(key, change.abilities))
  const abilities = orderAbilities(change.abilities)
  return ctx.tx(async (t) => {
    await lockStructure(t)
    const before = await loadRole(t, key)
    if (!(await updateRole(t, key, change.rev, abilities))) refuse('role.moved')
    demand(judgeHolders(await countKeyHolders(t)))
    await t.emit(RoleChanged, roleSubject(key), {
      added: abilities.filter((ability) => !before.abilities.includes(ability)),
      removed: before.abilities.filter((ability) => !abilities.includes(ability)),
    })
    t.touch(topics.people)
    return toRole(await loadRole(t, key))
  })
}

async function loadRole(ctx: Ctx, key: RoleKey): Promise<RoleRow> {
  const row = (await listRoleRows(ctx)).find((role) => role.key === key)
  if (!row) throw new Refused('platform.notFound')
  return row
}

const toRole = (row: RoleRow): Role => ({
  key: row.key,
  name: roleNames[row.key],
  abilities: orderAbilities(row.abilities),
  people: row.people,
  rev: row.rev,
})
