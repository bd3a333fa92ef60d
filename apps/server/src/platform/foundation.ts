import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Ctx, JobDef, MeasureRegistry, Tx } from './ctx.ts'
import type { EventDef } from './events.ts'
import type { JobSender } from './jobs.ts'
import { LIVE_CHANNEL } from './live.ts'
import type { Log } from './log.ts'
import type { Storage } from './storage.ts'
import type { PlatformTables } from './tables.ts'

export type Foundation = {
  db: Kysely<PlatformTables>
  clock: Clock
  log: Log
  storage: Storage
  measures: MeasureRegistry
  jobs: JobSender
  /** Ids in the order in which they are made; a seeded replay gives its own. */
  newId: () => string
}

export function makeCtx(base: Foundation, actor: Actor, requestId = ''): Ctx {
  const ctx: Ctx = {
    db: base.db,
    actor,
    requestId,
    log: base.log,
    storage: base.storage,
    measures: base.measures,
    now: () => base.clock.now(),
    newId: base.newId,
    as: (other) => makeCtx(base, other, requestId),
    tx: (work) => runTransaction(base, ctx, work),
  }
  return ctx
}

async function runTransaction<T>(base: Foundation, ctx: Ctx, work: (t: Tx) => Promise<T>): Promise<T> {
  const topics = new Set<string>()
  return base.db.transaction().execute(async (db) => {
    const result = await work(makeTx(base, ctx, db, topics))
    if (topics.size > 0) await sql`select pg_notify(${LIVE_CHANNEL}, ${announcement(topics)})`.execute(db)
    return result
  })
}

/** PostgreSQL refuses notices of 8,000 bytes, and with them the whole transaction: so many topics become 'everything'. */
function announcement(topics: ReadonlySet<string>): string {
  const text = [...topics].join('\n')
  return Buffer.byteLength(text) < 7_900 ? text : '*'
}

function makeTx(base: Foundation, ctx: Ctx, db: Transaction<PlatformTables>, topics: Set<string>): Tx {
  const t = {
    ...ctx,
    db,
    as: (actor: Actor) => makeTx(base, { ...ctx, actor }, db, topics),
    tx: (work: (t: Tx) => Promise<unknown>) => work(t),
    emit: async (event: EventDef, subject: string, data: Record<string, unknown>) => {
      await insertEvent(db, ctx, event, subject, data)
      for (const listener of base.jobs.listenersOf(event.kind)) await base.jobs.send(db, listener, { subject, ...data })
    },
    enqueue: (job: JobDef, data: object) => base.jobs.send(db, job.name, data),
    touch: (...names: string[]) => {
      for (const name of names) topics.add(name)
    },
  } as unknown as Tx
  return t
}

async function insertEvent(
  db: Kysely<PlatformTables>,
  ctx: Ctx,
  event: EventDef,
  subject: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { actor } = ctx
  await db
    .insertInto('platform.event')
    .values({
      id: ctx.newId(),
      at: new Date(ctx.now()),
      kind: event.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      subject,
      data: sql`${JSON.stringify(event.data.parse(data))}::jsonb`,
      request_id: ctx.requestId,
    })
    .execute()
}
