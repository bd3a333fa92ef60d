import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedError } from './embedded.errors.ts'
import { connect, DATABASE, holdServerLock, lockHolder } from './embedded.lock.ts'
import { exists, isAlive, isPostmasterOf, readPostmaster } from './embedded.pidfile.ts'
import { stopPostmaster } from './embedded.postmaster.ts'

/** Where the start tells what it does; pino's shape. */
export type EmbeddedLog = Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>

/** How long a postmaster may take to answer (it may be recovering), and how long its lock may outlive a killed server. */
const ANSWER_MS = 30_000
const LOCK_MS = 2000
const STEP_MS = 50

/**
 * Clears the way for a start: nothing running → nothing to do; a postmaster whose server was killed → stops it; a live
 * server → refuses. A `postmaster.pid` whose process is gone is left to PostgreSQL, which also looks for surviving
 * backends; one whose number now belongs to a stranger (or a zombie) is removed.
 * @throws EmbeddedError `already-running` with the pid and the data directory.
 */
export async function clearTheWay(dataDir: string, clusterDir: string, log: EmbeddedLog): Promise<void> {
  const found = readPostmaster(clusterDir)
  if (!found || !exists(found.pid)) return
  if (!isPostmasterOf(found.pid, clusterDir)) {
    rmSync(join(clusterDir, 'postmaster.pid'), { force: true })
    return
  }
  if (await isOrphan(dataDir, clusterDir, found.pid)) {
    log.warn({ pid: found.pid, dataDir }, 'stopping the database that a killed server left behind')
    await stopPostmaster(found.pid)
  }
}

async function isOrphan(dataDir: string, clusterDir: string, pid: number): Promise<boolean> {
  const client = await answer(dataDir, clusterDir, pid)
  if (!client) return false
  try {
    const deadline = performance.now() + LOCK_MS
    while (!(await holdServerLock(client))) {
      if (performance.now() > deadline) throw alreadyRunning(dataDir, (await lockHolder(client)) ?? pid)
      await pause(STEP_MS)
    }
    return true
  } finally {
    await client.end()
  }
}

/** A connection to the running postmaster; undefined when it ended while we asked. */
async function answer(dataDir: string, clusterDir: string, pid: number) {
  const deadline = performance.now() + ANSWER_MS
  let reason: unknown
  while (performance.now() < deadline) {
    if (!isAlive(pid)) return undefined
    const socketDir = readPostmaster(clusterDir)?.socketDir
    for (const database of socketDir ? [DATABASE, 'postgres'] : []) {
      try {
        return await connect(socketDir ?? '', database)
      } catch (error) {
        reason = error
        // 3D000: killed between initdb and `create database`, so nobody can hold the lock in it.
        if (!(error instanceof Error && 'code' in error && error.code === '3D000')) break
      }
    }
    await pause(STEP_MS)
  }
  throw unreachable(dataDir, pid, reason)
}

export function alreadyRunning(dataDir: string, pid: number): EmbeddedError {
  return new EmbeddedError(
    'already-running',
    `融媒平台已在运行（进程 ${pid}，数据目录 ${dataDir}），不能用同一份数据再启动一次。`,
    `Already running (process ${pid}, data in ${dataDir}): the same data cannot be served twice.`,
  )
}

function unreachable(dataDir: string, pid: number, reason: unknown): EmbeddedError {
  const words = reason instanceof Error ? reason.message : ''
  return new EmbeddedError(
    'already-running',
    `数据目录 ${dataDir} 的数据库进程 ${pid} 在运行，但连接不上；确认没有平台在用它之后，请执行 kill -INT ${pid} 再启动。`,
    `The database process ${pid} of ${dataDir} runs but does not answer (${words}); when no server uses it, run kill -INT ${pid} and start again.`,
  )
}
