import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { DailyTable, ReaderTables } from './tables.ts'

const read = (ctx: Ctx) => ctx.db.withTables<ReaderTables>()

/** The salt of a day, made by whoever needs it first; all processes share it. */
export async function saltOf(ctx: Ctx, day: string): Promise<Buffer> {
  const known = await read(ctx).selectFrom('reader.salt').select('salt').where('day', '=', day).executeTakeFirst()
  if (known) return known.salt
  return ctx.tx(async (t) => {
    await read(t)
      .insertInto('reader.salt')
      .values({ day, salt: randomBytes(32) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return (await read(t).selectFrom('reader.salt').select('salt').where('day', '=', day).executeTakeFirstOrThrow())
      .salt
  })
}

/**
 * Remembers reads of a visitor; those remembered already change nothing, nor do those of a story that has had `most`
 * readers in the range of this visitor's address today. Visits from one address wait for each other, so that the count holds.
 */
export async function insertSeen(
  t: Tx,
  visit: { day: string; mark: Buffer; range: [Buffer, Buffer]; most: number },
  storyIds: readonly string[],
): Promise<void> {
  const { day, mark, range, most } = visit
  await sql`select pg_advisory_xact_lock(${READERS_LOCK}, ${mark.readInt32BE(0)})`.execute(t.db)
  await sql`
    insert into reader.seen (day, visitor, story_id)
    select ${day}::date, ${mark}::bytea, id from unnest(${[...storyIds]}::uuid[]) as id
    where (select count(*) from reader.seen s
      where s.day = ${day}::date and s.visitor between ${range[0]}::bytea and ${range[1]}::bytea and s.story_id = id) < ${most}
    on conflict do nothing`.execute(t.db)
}

const READERS_LOCK = 4_870_005

/** One roller at a time, whatever the number of processes: two that add to the same stories in different order would block each other. */
export async function lockRolling(t: Tx): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(4870004) as got`.execute(t.db)
  return rows[0]?.got ?? false
}

/** Takes the reads not yet rolled up; they count once, whoever else rolls at the same time. */
export async function takeUnrolled(t: Tx): Promise<DailyTable[]> {
  const { rows } = await sql<DailyTable>`
    with taken as (
      update reader.seen set rolled = true
      where ctid = any (array(select ctid from reader.seen where not rolled limit 20000 for update skip locked))
      returning story_id, day)
    select story_id, day, count(*) as reads from taken group by story_id, day`.execute(t.db)
  return rows
}

export async function addDaily(t: Tx, rows: readonly DailyTable[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into reader.daily (story_id, day, reads)
    select story_id, day, reads from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(story_id uuid, day date, reads bigint)
    on conflict (story_id, day) do update set reads = reader.daily.reads + excluded.reads`.execute(t.db)
}

/** Throws marks and salts of past days away. */
export async function forgetBefore(t: Tx, day: string): Promise<void> {
  await read(t).deleteFrom('reader.seen').where('day', '<', day).where('rolled', '=', true).execute()
  await read(t).deleteFrom('reader.salt').where('day', '<', day).execute()
}

export type MonthReads = { month: string; reads: number; days: number }

export async function sumByMonth(ctx: Ctx, from: string, to: string): Promise<MonthReads[]> {
  const { rows } = await sql<MonthReads>`
    select to_char(day, 'YYYY-MM') as month, sum(reads)::bigint as reads, count(distinct day) as days
    from reader.daily where day >= ${from} and day < ${to} group by 1 order by 1`.execute(ctx.db)
  return rows
}

export async function topStories(
  ctx: Ctx,
  from: string,
  to: string,
  limit: number,
): Promise<{ story_id: string; reads: number }[]> {
  const { rows } = await sql<{ story_id: string; reads: number }>`
    select story_id, sum(reads)::bigint as reads from reader.daily where day >= ${from} and day < ${to}
    group by story_id order by reads desc, story_id limit ${limit}`.execute(ctx.db)
  return rows
}
