import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Ctx, JobDef, MeasureRegistry, Tx } from './ctx.ts'
import type { EventDef } from './events.ts'
import type { JobSender } from './jobs.ts'
import { LIVE_CHANNEL } from './live.ts'
import type { Log } from './log.ts'
import type { Storage } from './storage.ts'
import type { EventTable, PlatformTables } from './tables.ts'

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
  const pending: Pending = { facts: [], topics: new Set() }
  return base.db.transaction().execute(async (db) => {
    const result = await work(makeTx(base, ctx, db, pending))
    await write(db, pending)
    return result
  })
}

/** What a transaction says at its end: its facts in order, and the topics that changed. */
type Pending = { facts: Fact[]; topics: Set<string> }
type Fact = Omit<EventTable, 'seq' | 'at'> & { at: string }

function makeTx(base: Foundation, ctx: Ctx, db: Transaction<PlatformTables>, pending: Pending): Tx {
  const t = {
    ...ctx,
    db,
    as: (actor: Actor) => makeTx(base, { ...ctx, actor }, db, pending),
    tx: (work: (t: Tx) => Promise<unknown>) => work(t),
    emit: async (event: EventDef, subject: string, data: Record<string, unknown>) => {
      pending.facts.push(factOf(ctx, event, subject, data))
      for (const listener of base.jobs.listenersOf(event.kind)) await base.jobs.send(db, listener, { subject, ...data })
    },
    enqueue: (job: JobDef, data: object) => base.jobs.send(db, job.name, data),
    touch: (...names: string[]) => {
      for (const name of names) pending.topics.add(name)
    },
  } as unknown as Tx
  return t
}

function factOf(ctx: Ctx, event: EventDef, subject: string, data: Record<string, unknown>): Fact {
  return {
    id: ctx.newId(),
    at: new Date(ctx.now()).toISOString(),
    kind: event.kind,
    actor_id: ctx.actor.id,
    actor_name: ctx.actor.name,
    subject,
    data: event.data.parse(data) as Record<string, unknown>,
    request_id: ctx.requestId,
  }
}

/** Facts and notice in one statement at the end: each statement more is a round trip that every write would pay. */
async function write(db: Transaction<PlatformTables>, { facts, topics }: Pending): Promise<void> {
  if (facts.length > 0) {
    await sql`
      with facts as (
        insert into platform.event (id, at, kind, actor_id, actor_name, subject, data, request_id)
        select id, at, kind, actor_id, actor_name, subject, data, request_id
        from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb)
          as f(id uuid, at timestamptz, kind text, actor_id uuid, actor_name text, subject text, data jsonb, request_id text)
        returning 1)
      select pg_notify(${LIVE_CHANNEL}, ${announcement(topics)}) where ${topics.size > 0}`.execute(db)
  } else if (topics.size > 0) {
    await sql`select pg_notify(${LIVE_CHANNEL}, ${announcement(topics)})`.execute(db)
  }
}

/** PostgreSQL refuses notices of 8,000 bytes, and with them the whole transaction: so many topics become 'everything'. */
function announcement(topics: ReadonlySet<string>): string {
  const text = [...topics].join('\n')
  return Buffer.byteLength(text) < 7_900 ? text : '*'
}
