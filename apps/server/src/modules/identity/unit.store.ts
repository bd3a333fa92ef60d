import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { database, type UnitTable } from './tables.ts'

export type UnitRow = Omit<UnitTable, 'rev'> & { rev: number; staffed: number }

function unitRows(ctx: Ctx) {
  return database(ctx)
    .selectFrom('identity.unit as u')
    .selectAll('u')
    .select((eb) =>
      eb
        .selectFrom('identity.membership as m')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('m.unit_id', '=', 'u.id')
        .where('m.left_on', 'is', null)
        .$asScalar()
        .$notNull()
        .as('staffed'),
    )
}

/** All units: departments, then sub-centres, then partners, by name in Chinese order. */
export function listUnitRows(ctx: Ctx): Promise<UnitRow[]> {
  return unitRows(ctx)
    .orderBy(sql`array_position(array['department', 'subCentre', 'partner'], u.kind)`)
    .orderBy(sql`u.name collate "zh-x-icu"`)
    .execute()
}

export function findUnit(ctx: Ctx, id: string): Promise<UnitRow | undefined> {
  return unitRows(ctx).where('u.id', '=', id).executeTakeFirst()
}

export async function findUnitByName(ctx: Ctx, name: string): Promise<{ id: string } | undefined> {
  return database(ctx).selectFrom('identity.unit').select('id').where('name', '=', name).executeTakeFirst()
}

export function findUnitsById(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return database(ctx)
    .selectFrom('identity.unit')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute()
}

export async function insertUnit(t: Tx, row: Insertable<UnitTable>): Promise<void> {
  await database(t).insertInto('identity.unit').values(row).execute()
}

/** Changes a unit whose revision is still `rev`. @returns false when somebody was faster */
export async function updateUnit(
  t: Tx,
  id: string,
  rev: number,
  change: Omit<Updateable<UnitTable>, 'id' | 'rev'>,
): Promise<boolean> {
  const done = await database(t)
    .updateTable('identity.unit')
    .set({ ...change, rev: rev + 1 })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
