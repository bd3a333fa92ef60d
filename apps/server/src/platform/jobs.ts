import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import { type Job, PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { Ctx, JobDef, Listener } from './ctx.ts'
import type { Log } from './log.ts'

/** Forgets the type of the payload, which `data` checks anyway, so that jobs of all modules fit one list. */
export function job<T extends object>(definition: JobDef<T>): JobDef {
  return definition as unknown as JobDef
}

/** Hears an event of another module after commit. */
export function listener(definition: Listener): Listener {
  return definition
}

export type JobSender = {
  send(db: unknown, name: string, data: object): Promise<void>
  listenersOf(kind: string): readonly string[]
}

export type Jobs = JobSender & {
  start(): Promise<void>
  work(system: Ctx): Promise<void>
  /** Lets running jobs finish, at most 10 s. */
  stop(): Promise<void>
  /**
   * Runs everything queued now, in this process: for tests and the replay. What fails goes back to the queue and the
   * rest runs all the same.
   * @returns how many ran @throws the first failure, at the end
   */
  drain(system: Ctx): Promise<number>
}

type Outcome = { id: string; status: 'completed' | 'failed'; output?: { message: string }; error?: unknown }

/**
 * The queue (pg-boss) over the platform's own pool; jobs are sent inside the caller's transaction.
 * @throws Error when two jobs or listeners share a name: boot must fail, not pick one
 */
export function makeJobs(pool: pg.Pool, jobs: JobDef[], listeners: Listener[], log: Log): Jobs {
  const handlers = new Map<string, (ctx: Ctx, data: object) => Promise<void>>()
  const heard = new Map<string, string[]>()
  const add = (name: string, run: (ctx: Ctx, data: object) => Promise<void>) => {
    if (handlers.has(name)) throw new Error(`two handlers for job ${name}`)
    handlers.set(name, run)
  }
  for (const definition of jobs) add(definition.name, (ctx, data) => definition.run(ctx, definition.data.parse(data)))
  for (const definition of listeners) {
    add(definition.name, (ctx, data) => definition.run(ctx, data as Record<string, unknown> & { subject: string }))
    heard.set(definition.on.kind, [...(heard.get(definition.on.kind) ?? []), definition.name])
  }

  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    supervise: true,
  })
  boss.on('error', (error) => log.error({ error }, 'queue'))

  const runOne = async (system: Ctx, name: string, one: Job<object>): Promise<Outcome> => {
    try {
      await handlers.get(name)?.(system, one.data)
      return { id: one.id, status: 'completed' }
    } catch (error) {
      log.error({ job: name, id: one.id, error }, 'job failed')
      return { id: one.id, status: 'failed', output: { message: String(error) }, error }
    }
  }

  return {
    listenersOf: (kind) => heard.get(kind) ?? [],
    send: async (db, name, data) => {
      if (!handlers.has(name)) throw new Error(`no handler for job ${name}`)
      const executor = db as Kysely<unknown>
      await boss.send(name, data, {
        db: {
          executeSql: async (text, values) => ({
            rows: (await executor.executeQuery(CompiledQuery.raw(text, values ?? []))).rows,
          }),
        },
      })
    },
    start: async () => {
      await boss.start()
      const known = new Set((await boss.getQueues()).map((queue) => queue.name))
      for (const name of handlers.keys())
        if (!known.has(name)) await boss.createQueue(name, { retryLimit: 5, retryBackoff: true })
    },
    work: async (system) => {
      for (const name of handlers.keys()) {
        // Each job is settled for itself: one that fails must not make those beside it run again.
        const options = { batchSize: 20, pollingIntervalSeconds: 2, perJobResults: true as const }
        await boss.work(name, options, async (batch: Job<object>[]) => {
          const outcomes: Outcome[] = []
          for (const one of batch) outcomes.push(await runOne(system, name, one))
          return outcomes.map(({ id, status, output }) => ({ id, status, ...(output ? { output } : {}) }))
        })
      }
      for (const definition of jobs)
        if (definition.schedule) await boss.schedule(definition.name, definition.schedule, {}, { tz: 'Asia/Shanghai' })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: false }),
    drain: async (system) => {
      let ran = 0
      const errors: unknown[] = []
      for (let again = true; again; ) {
        again = false
        for (const name of handlers.keys()) {
          for (const one of await boss.fetch<object>(name, { batchSize: 100 })) {
            const { status, output, error } = await runOne(system, name, one)
            if (status === 'completed') await boss.complete(name, one.id)
            else {
              await boss.fail(name, one.id, output)
              errors.push(error)
            }
            ran += 1
            again = true
          }
        }
      }
      if (errors.length > 0) throw errors[0]
      return ran
    },
  }
}
