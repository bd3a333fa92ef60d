import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { read } from './story.store.ts'
import type { InspectionTable } from './tables.ts'

export type InspectionRow = InspectionTable & { number: string; title: string; published_at: Date }
export type MonthSum = { month: string; sampled: number; inspected: number; characters: number; errors: number }

function rows(ctx: Ctx) {
  return read(ctx)
    .selectFrom('newsroom.inspection as i')
    .innerJoin('newsroom.story as s', 's.id', 'i.story_id')
    .selectAll('i')
    .select(['s.number', 's.title', 's.published_at'])
}

export async function findInspections(ctx: Ctx, month: string): Promise<InspectionRow[]> {
  return (await rows(ctx)
    .where('i.month', '=', month)
    .orderBy('s.published_at')
    .orderBy('i.id')
    .execute()) as InspectionRow[]
}

export async function findInspection(ctx: Ctx, id: string): Promise<InspectionRow | undefined> {
  return (await rows(ctx).where('i.id', '=', id).executeTakeFirst()) as InspectionRow | undefined
}

/** Inspected samples of stories published in [from, to): the base of the error rate. */
export async function findInspected(ctx: Ctx, fromMonth: string, toMonth: string): Promise<InspectionRow[]> {
  return (await rows(ctx)
    .where('i.month', '>=', fromMonth)
    .where('i.month', '<=', toMonth)
    .where('i.inspected_at', 'is not', null)
    .orderBy('i.month')
    .orderBy('i.id')
    .execute()) as InspectionRow[]
}

export async function sumMonths(ctx: Ctx): Promise<MonthSum[]> {
  const { rows: sums } = await sql<MonthSum>`
    select month, count(*) as sampled, count(inspected_at) as inspected,
      coalesce(sum(characters) filter (where inspected_at is not null), 0)::bigint as characters, coalesce(sum(errors), 0)::bigint as errors
    from newsroom.inspection group by month order by month desc limit 36`.execute(ctx.db)
  return sums
}

export async function countOpenInspections(ctx: Ctx): Promise<number> {
  const row = await read(ctx)
    .selectFrom('newsroom.inspection')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inspected_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Published stories of a period that no sample of that month holds yet, with a number that orders them at random but repeatably. */
export async function findUnsampled(
  t: Tx,
  month: string,
  from: Date,
  to: Date,
): Promise<{ id: string; characters: number }[]> {
  return read(t)
    .selectFrom('newsroom.story as s')
    .select(['s.id', 's.characters'])
    .where('s.published_at', '>=', from)
    .where('s.published_at', '<', to)
    .where('s.state', 'in', ['published', 'corrected'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('newsroom.inspection as i')
            .select('i.id')
            .whereRef('i.story_id', '=', 's.id')
            .where('i.month', '=', month),
        ),
      ),
    )
    .orderBy((eb) => eb.fn('md5', [sql`s.id::text || ${month}`]))
    .execute()
}

/** @returns how many were new: of two who draw at once, one finds some stories drawn already */
export async function insertInspections(t: Tx, inspections: InspectionTable[]): Promise<number> {
  if (inspections.length === 0) return 0
  const inserted = await read(t)
    .insertInto('newsroom.inspection')
    .values(inspections)
    .onConflict((conflict) => conflict.columns(['month', 'story_id']).doNothing())
    .returning('id')
    .execute()
  return inserted.length
}

export async function writeInspection(t: Tx, id: string, found: { errors: number; notes: string }): Promise<boolean> {
  const done = await read(t)
    .updateTable('newsroom.inspection')
    .set({ ...found, inspector_id: t.actor.id, inspector_name: t.actor.name, inspected_at: new Date(t.now()) })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}
