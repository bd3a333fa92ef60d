import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedError, explain } from './embedded.errors.ts'
import { postgresEnv } from './embedded.init.ts'
import { PORT } from './embedded.lock.ts'
import { isAlive, readPostmaster } from './embedded.pidfile.ts'
import { commandAs, type RunAs } from './embedded.user.ts'

const LOG_LIMIT = 5_000_000
const READY_MS = 120_000
const STOP_MS = 60_000
const LEFTOVERS_MS = 10_000
const STEP_MS = 20

/** A running postmaster; `exited` resolves when its process is gone, whoever ended it. */
export type Running = { pid: number; exited: Promise<void> }

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  jit: 'off',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  log_min_messages: 'warning',
}

type Start = {
  dataDir: string
  clusterDir: string
  socketDir: string
  postgres: string
  who: RunAs
  settings: Record<string, string>
}

/**
 * Spawns the postmaster and waits until it accepts connections (crash recovery included, two minutes at most). Where
 * backends outlive a killed postmaster for a moment, it is tried again.
 * @throws EmbeddedError `disk-full`, `start-failed` with the last lines of `postgres.log`.
 */
export async function startPostmaster(input: Start): Promise<Running> {
  const deadline = performance.now() + LEFTOVERS_MS
  for (;;) {
    const result = await attempt(input)
    if (typeof result !== 'string') return result
    if (!result.includes('pre-existing shared memory') || performance.now() > deadline) {
      throw explain('start-failed', input.dataDir, result)
    }
    await pause(STEP_MS)
  }
}

/** One try; what PostgreSQL said when it failed. */
async function attempt(input: Start): Promise<Running | string> {
  const logFile = join(input.dataDir, 'postgres.log')
  const { fd, from } = openLog(logFile)
  const child = spawnPostmaster(input, fd)
  closeSync(fd)
  let gone: string | undefined
  const exited = new Promise<void>((done) => {
    child.on('error', (error) => done(void (gone = error.message)))
    child.on('exit', (code, signal) => done(void (gone = `exit ${code ?? signal}`)))
  })
  const deadline = performance.now() + READY_MS
  while (gone === undefined && performance.now() < deadline) {
    const seen = readPostmaster(input.clusterDir)
    if (child.pid !== undefined && seen?.pid === child.pid && seen.ready) return { pid: child.pid, exited }
    await pause(STEP_MS)
  }
  if (gone === undefined && child.pid !== undefined) await stopPostmaster(child.pid)
  const words = readFileSync(logFile).subarray(from).toString('utf8')
  return `${words}\n${gone ?? 'not ready in time'}`
}

/** `detached`: in a session of its own, so that Ctrl-C reaches only our server, which stops it when its work is done. */
function spawnPostmaster(input: Start, output: number): ChildProcess {
  const settings = { ...SETTINGS, ...input.settings, unix_socket_directories: input.socketDir, port: String(PORT) }
  const args = [
    '-D',
    input.clusterDir,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
  const command = commandAs(input.who, input.postgres, args)
  return spawn(command.file, command.args, {
    ...command.options,
    cwd: input.dataDir,
    env: postgresEnv(),
    detached: true,
    stdio: ['ignore', output, output],
  })
}

/** Opens the log to append to, setting a large one aside; `from` is where this start's own words begin. */
function openLog(file: string): { fd: number; from: number } {
  const fd = openSync(file, 'a', 0o600)
  const { size } = fstatSync(fd)
  if (size < LOG_LIMIT) return { fd, from: size }
  closeSync(fd)
  renameSync(file, `${file}.1`)
  return { fd: openSync(file, 'a', 0o600), from: 0 }
}

/**
 * Stops a postmaster, ours or an orphan: SIGINT (fast: open transactions roll back, a checkpoint is written), after a
 * minute SIGQUIT (immediate: the next start recovers from the log). Nothing acknowledged is lost either way.
 * @throws EmbeddedError `stop-failed` when the process outlives both.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const deadline = performance.now() + STOP_MS
    while (performance.now() < deadline) {
      if (!isAlive(pid)) return
      await pause(STEP_MS)
    }
  }
  throw new EmbeddedError(
    'stop-failed',
    `数据库进程 ${pid} 没有停止，请检查磁盘。`,
    `The database process ${pid} does not stop; look at the disk.`,
  )
}
