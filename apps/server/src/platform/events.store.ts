import { sql } from 'kysely'
import type { Ctx, Tx } from './ctx.ts'
import type { EventTable } from './tables.ts'

export type EventRow = EventTable & { seq: number; sealed: boolean }
export type EventQuery = {
  kind?: string
  actor?: string
  subject?: string
  from?: Date
  to?: Date
  before?: number
  limit: number
}

/** Events, newest first, below `before` (a seq). */
export function findEvents(ctx: Ctx, query: EventQuery): Promise<EventRow[]> {
  let rows = ctx.db
    .selectFrom('platform.event as e')
    .leftJoin('platform.seal as s', 's.seq', 'e.seq')
    .select(['e.seq', 'e.id', 'e.at', 'e.kind', 'e.actor_id', 'e.actor_name', 'e.subject', 'e.data', 'e.request_id'])
    .select((eb) => eb('s.no', 'is not', null).as('sealed'))
    .orderBy('e.seq', 'desc')
    .limit(query.limit)
  if (query.kind) rows = rows.where('e.kind', 'like', `${query.kind}%`)
  if (query.actor) rows = rows.where('e.actor_id', '=', query.actor)
  if (query.subject) rows = rows.where('e.subject', '=', query.subject)
  if (query.from) rows = rows.where('e.at', '>=', query.from)
  if (query.to) rows = rows.where('e.at', '<', query.to)
  if (query.before !== undefined) rows = rows.where('e.seq', '<', query.before)
  return rows.execute() as Promise<EventRow[]>
}

/** Committed events without a seal, in order, with the Shanghai day they belong to. */
export async function findUnsealed(t: Tx, limit: number): Promise<(EventTable & { seq: number; day: string })[]> {
  const { rows } = await sql<EventTable & { seq: number; day: string }>`
    select e.*, (e.at at time zone 'Asia/Shanghai')::date as day
    from platform.event e
    where not exists (select 1 from platform.seal s where s.seq = e.seq)
    order by e.seq limit ${limit}`.execute(t.db)
  return rows
}

/** The last link of a day's chain. */
export async function findHead(t: Tx, day: string): Promise<{ no: number; hash: Buffer } | undefined> {
  return t.db
    .selectFrom('platform.seal')
    .select(['no', 'hash'])
    .where('day', '=', day)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertSeals(
  t: Tx,
  seals: { day: string; no: number; event_id: string; seq: number; hash: Buffer }[],
): Promise<void> {
  if (seals.length > 0) await t.db.insertInto('platform.seal').values(seals).execute()
}

/** One sealer at a time, whatever the number of processes; held until the transaction ends. */
export async function lockSealing(t: Tx): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(4870002) as got`.execute(t.db)
  return rows[0]?.got ?? false
}

/** Seals with their events in chain order, a slice after (day, no): what the verifier walks over. */
export async function findSealed(
  ctx: Ctx,
  after: { day: string; no: number },
  limit: number,
): Promise<(EventTable & { seq: number; day: string; no: number; hash: Buffer; present: boolean })[]> {
  const { rows } = await sql<EventTable & { seq: number; day: string; no: number; hash: Buffer; present: boolean }>`
    select s.day, s.no, s.hash, s.seq, coalesce(e.id, s.event_id) as id, e.at, e.kind, e.actor_id, e.actor_name, e.subject, e.data, e.request_id, e.seq is not null as present
    from platform.seal s left join platform.event e on e.seq = s.seq
    where (s.day, s.no) > (${after.day}::date, ${after.no})
    order by s.day, s.no limit ${limit}`.execute(ctx.db)
  return rows
}

export async function countUnsealed(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from platform.event e where not exists (select 1 from platform.seal s where s.seq = e.seq)`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
