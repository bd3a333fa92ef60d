import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { allMigrations, compose, serve, type World } from './app.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { type Embedded, runningUrl, startEmbedded } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import { makePool, type Pool } from './platform/db/pool.ts'
import { makeHub } from './platform/live.ts'
import type { Log } from './platform/log.ts'
import type { Ctx } from './platform/ctx.ts'
import type { Tick } from './platform/module.ts'
import { localStorage } from './platform/storage.ts'

export type Opened = { pool: Pool; url: string; close(): Promise<void> }

/** Opens the database: the one of `DATABASE_URL`, else the one npm brought along, started on `DATA_DIR`; brings it up to date. */
export async function openDatabase(config: Config, log: Log): Promise<Opened> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const embedded: Embedded | null = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, log, onLost: (reason) => stopForGood(log, reason) })
  const url = config.databaseUrl ?? embedded?.url() ?? ''
  const pool = makePool(url, config.databasePool)
  const close = async () => {
    await pool.end()
    await embedded?.stop()
  }
  try {
    const count = await migrate(pool, allMigrations())
    if (count > 0) log.info({ count }, 'database brought up to date')
  } catch (error) {
    await close()
    throw error
  }
  return { pool, url, close }
}

/** Opens the database for a tool that only reads: beside a running server where there is one, else on its own. */
export async function openForReading(config: Config, log: Log): Promise<Opened> {
  const url = config.databaseUrl ?? runningUrl(config.dataDir)
  if (!url) return openDatabase(config, log)
  const pool = makePool(url, 2)
  return { pool, url, close: () => pool.end() }
}

/** The database has gone: nothing can be acknowledged any more, so the process ends and its supervisor starts it anew. */
function stopForGood(log: Log, reason: string): void {
  log.error({ reason }, 'the database went away')
  process.exit(1)
}

export function composeWorld(opened: Opened, config: Config, log: Log, clock: Clock = systemClock): World {
  return compose({ pool: opened.pool, clock, log, storage: localStorage(join(config.dataDir, 'files')) })
}

export type Running = { port: number; stop(): Promise<void> }

/** Serves and works as the configuration says. */
export async function run(
  world: World,
  opened: Opened,
  config: Config,
  log: Log,
  ticks: readonly Tick[],
): Promise<Running> {
  await world.jobs.start()
  const hub = makeHub(opened.url, log)
  const app = config.role === 'work' ? null : await serve(world, config, hub, log)
  if (app) {
    await hub.start()
    await app.listen({ port: config.port, host: config.host })
  }
  const stopTicks = config.role === 'serve' ? () => Promise.resolve() : startTicks(world.system, ticks, log)
  if (config.role !== 'serve') await world.jobs.work(world.system)
  const address = app?.server.address()
  return {
    port: address && typeof address === 'object' ? address.port : 0,
    stop: async () => {
      app?.server.emit('rongmei:stopping')
      await app?.close()
      await stopTicks()
      await world.jobs.stop()
      await hub.stop()
    },
  }
}

/** Runs each sweep again and again, never twice at once; a failed one is logged and tried again. */
function startTicks(ctx: Ctx, ticks: readonly Tick[], log: Log): () => Promise<void> {
  let stopped = false
  const running = new Map<string, Promise<void>>()
  const timers = ticks.map((tick) =>
    setInterval(() => {
      if (stopped || running.has(tick.name)) return
      const work = tick
        .run(ctx)
        .catch((error: unknown) => log.error({ tick: tick.name, error }, 'sweep failed'))
        .finally(() => running.delete(tick.name))
      running.set(tick.name, work)
    }, tick.everyMs),
  )
  return async () => {
    stopped = true
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running.values())
  }
}
