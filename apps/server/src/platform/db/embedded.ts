import { mkdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { findBinaries } from './embedded.binary.ts'
import { claimStart } from './embedded.claim.ts'
import { explainFileError } from './embedded.errors.ts'
import { ensureCluster } from './embedded.init.ts'
import { connect, DATABASE, holdServerLock, PORT, USER } from './embedded.lock.ts'
import { alreadyRunning, clearTheWay, type EmbeddedLog } from './embedded.orphan.ts'
import { isPostmasterOf, readPostmaster } from './embedded.pidfile.ts'
import { type Running, startPostmaster, stopPostmaster } from './embedded.postmaster.ts'
import { makeSocketDir } from './embedded.socket.ts'
import { chooseUser } from './embedded.user.ts'

export { EmbeddedError, type EmbeddedErrorKey } from './embedded.errors.ts'
export { SERVER_LOCK } from './embedded.lock.ts'
export type { EmbeddedLog } from './embedded.orphan.ts'

export type EmbeddedOptions = {
  /** The platform's data directory; the database takes `postgres/`, `postgres.log` and `run/` in it. Made 0700 if absent. */
  dataDir: string
  log: EmbeddedLog
  /** Called once if the database goes away before `stop()`: the server should finish and exit. */
  onLost?: (reason: string) => void
  /** Server settings beside or instead of ours, such as `max_connections`. */
  settings?: Record<string, string>
  /** Folder with `initdb` and `postgres` instead of the packaged ones. */
  binDir?: string
  /** False skips waiting for the disk when the cluster is made (tests only). */
  sync?: boolean
}

export type Embedded = {
  /** Process id of the postmaster. */
  pid: number
  socketDir: string
  port: number
  user: string
  database: typeof DATABASE
  /** Connection string for pg, of `rongmei` unless another database is named. */
  url(database?: string): string
  /** Lets go of the lock, shuts the database down (fast) and waits. Close pools first: their open transactions roll back. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL 18 that npm installed, on a Unix socket only, over the data in `dataDir`; makes the database
 * `rongmei` the first time. Recovers from a killed server and refuses a second one; holds the server lock until `stop`.
 * @throws EmbeddedError with a sentence in both languages.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const wanted = resolve(options.dataDir)
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 })
    const dataDir = realpathSync(wanted)
    const release = await claimStart(dataDir)
    try {
      return await start(dataDir, options)
    } finally {
      release()
    }
  } catch (error) {
    throw explainFileError(error, wanted)
  }
}

async function start(dataDir: string, options: EmbeddedOptions): Promise<Embedded> {
  const began = performance.now()
  const { log, settings = {}, sync = true } = options
  const clusterDir = join(dataDir, 'postgres')
  const binaries = findBinaries(options.binDir)
  await clearTheWay(dataDir, clusterDir, log)
  const who = chooseUser(dataDir, binaries.postgres)
  await ensureCluster({ dataDir, clusterDir, binaries, who, sync })
  const { socketDir, remove } = makeSocketDir(dataDir, who)
  let running: Running | undefined
  try {
    running = await startPostmaster({ dataDir, clusterDir, socketDir, postgres: binaries.postgres, who, settings })
    const holder = await openDatabase(socketDir)
    if (!(await holdServerLock(holder))) throw alreadyRunning(dataDir, running.pid)
    const ms = Math.round(performance.now() - began)
    log.info({ pid: running.pid, dataDir, as: who.kind, ms }, 'database started')
    return handle({ running, holder, socketDir, remove, options })
  } catch (error) {
    if (running) await stopPostmaster(running.pid)
    remove()
    throw error
  }
}

/** Connects to `rongmei`, creating it the first time (or when the first time was cut short). */
async function openDatabase(socketDir: string): Promise<pg.Client> {
  try {
    return await connect(socketDir, DATABASE)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '3D000')) throw error
  }
  const admin = await connect(socketDir, 'postgres')
  try {
    await admin.query(`create database ${DATABASE}`)
  } finally {
    await admin.end()
  }
  return await connect(socketDir, DATABASE)
}

function handle(input: {
  running: Running
  holder: pg.Client
  socketDir: string
  remove: () => void
  options: EmbeddedOptions
}): Embedded {
  const { running, holder, socketDir, remove, options } = input
  let stopped: Promise<void> | undefined
  const lost = (reason: string) => {
    if (stopped) return
    stopped = Promise.resolve()
    options.log.error({ pid: running.pid, reason }, 'database lost')
    options.onLost?.(reason)
  }
  // The lock is this connection: without it another start would take us for dead, so its end is ours.
  holder.on('error', (error) => lost(error.message))
  void running.exited.then(() => lost('the database process ended'))
  const stop = async () => {
    await holder.end()
    await stopPostmaster(running.pid)
    await running.exited
    remove()
  }
  return {
    pid: running.pid,
    socketDir,
    port: PORT,
    user: USER,
    database: DATABASE,
    url: (database = DATABASE) => urlAt(socketDir, database),
    stop: () => (stopped ??= stop()),
  }
}

/** Where the database of a server that runs on `dataDir` listens, for tools that only read; undefined when none runs. */
export function runningUrl(dataDir: string): string | undefined {
  const clusterDir = join(resolve(dataDir), 'postgres')
  const found = readPostmaster(clusterDir)
  if (!found?.ready || !isPostmasterOf(found.pid, clusterDir)) return undefined
  return urlAt(found.socketDir, DATABASE)
}

function urlAt(socketDir: string, database: string): string {
  return `postgresql://${USER}@/${database}?host=${encodeURIComponent(socketDir)}&port=${PORT}`
}
