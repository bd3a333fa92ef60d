import type { Ability, RoleKey } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { database } from './tables.ts'

export type RoleRow = { key: RoleKey; abilities: Ability[]; rev: number; people: number }

/** Roles with how many people who have not left hold them. */
export function listRoleRows(ctx: Ctx): Promise<RoleRow[]> {
  return database(ctx)
    .selectFrom('identity.role as r')
    .select(['r.key', 'r.abilities', 'r.rev'])
    .select((eb) =>
      eb
        .selectFrom('identity.person_role as pr')
        .innerJoin('identity.person as p', 'p.id', 'pr.person_id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('pr.role_key', '=', 'r.key')
        .where('p.state', '<>', 'left')
        .$asScalar()
        .$notNull()
        .as('people'),
    )
    .execute()
}

/** Sets the abilities of a role whose revision is still `rev`. @returns false when somebody was faster */
export async function updateRole(t: Tx, key: RoleKey, rev: number, abilities: Ability[]): Promise<boolean> {
  const done = await database(t)
    .updateTable('identity.role')
    .set({ abilities, rev: rev + 1 })
    .where('key', '=', key)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
