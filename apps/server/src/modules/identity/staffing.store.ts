import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { database } from './tables.ts'

/** Notes that a person belongs to a unit from a day on. */
export async function joinUnit(t: Tx, personId: string, unitId: string, from: string): Promise<void> {
  await database(t)
    .insertInto('identity.membership')
    .values({ id: t.newId(), person_id: personId, unit_id: unitId, joined_on: from, left_on: null })
    .execute()
}

/** Notes that a person belongs to no unit from a day on; never before he joined. */
export async function leaveUnit(t: Tx, personId: string, from: string): Promise<void> {
  await database(t)
    .updateTable('identity.membership')
    .set({ left_on: sql<string>`greatest(joined_on, ${from}::date)` })
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .execute()
}

/** Notes the posts approved for a unit from a day on; the last word of a day counts. */
export async function saveEstablishment(t: Tx, unitId: string, from: string, posts: number): Promise<void> {
  await database(t)
    .insertInto('identity.establishment')
    .values({ unit_id: unitId, from_day: from, posts })
    .onConflict((conflict) => conflict.columns(['unit_id', 'from_day']).doUpdateSet({ posts }))
    .execute()
}

export type StaffingRow = { day: string; unit_id: string; unit_name: string; posts: number; staffed: number }

/** Posts and people of every unit with approved posts, at the end of each of the days. */
export async function findStaffing(ctx: Ctx, days: readonly string[]): Promise<StaffingRow[]> {
  const { rows } = await sql<StaffingRow>`
    select d.day, u.id as unit_id, u.name as unit_name, e.posts,
      (select count(*)::int from identity.membership m
        where m.unit_id = u.id and m.joined_on <= d.day and (m.left_on is null or m.left_on > d.day)) as staffed
    from unnest(${[...days]}::date[]) as d (day)
    cross join identity.unit u
    cross join lateral (
      select posts from identity.establishment e
      where e.unit_id = u.id and e.from_day <= d.day
      order by e.from_day desc limit 1) e
    where e.posts > 0
    order by d.day, u.name collate "zh-x-icu"`.execute(ctx.db)
  return rows
}
