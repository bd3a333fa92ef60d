import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { alreadyRunning } from './embedded.orphan.ts'
import { isAlive } from './embedded.pidfile.ts'

const WAIT_MS = 30_000
const STEP_MS = 50

/** The data directories on which this very process is starting; a file with our own number is otherwise a leftover. */
const starting = new Set<string>()

/**
 * Lets one process at a time start on a data directory. Without it, a second start could take the database of a first
 * one that has not yet locked it for an orphan, and stop it. Returns the release.
 * @throws EmbeddedError `already-running` when another start is still under way after half a minute.
 */
export async function claimStart(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'starting.pid')
  const deadline = performance.now() + WAIT_MS
  while (!(!starting.has(dataDir) && place(file))) {
    const holder = readHolder(file)
    if (performance.now() > deadline) throw alreadyRunning(dataDir, holder ?? process.pid)
    if (holder !== undefined && !starting.has(dataDir) && (holder === process.pid || !isAlive(holder))) {
      rmSync(file, { force: true })
    } else {
      await pause(STEP_MS)
    }
  }
  starting.add(dataDir)
  return () => {
    starting.delete(dataDir)
    rmSync(file, { force: true })
  }
}

/** Puts our number there unless a number is there; a link appears whole or not at all. */
function place(file: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, String(process.pid), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readHolder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
