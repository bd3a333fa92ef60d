import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a postmaster writes about itself (PostgreSQL 18, "Database File Layout": postmaster.pid, one fact a line). */
export type Postmaster = { pid: number; socketDir: string; ready: boolean }

/** Reads `postmaster.pid` of a cluster; undefined when there is none, or it is not yet whole. */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let text: string
  try {
    text = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, socketDir: (lines[4] ?? '').trim(), ready: (lines[7] ?? '').trim() === 'ready' }
}

/** Whether a process with this id exists, ours or not, ended or not. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether it still runs: in a container without an init, an orphan that ended stays in the table as a zombie. */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return exists(pid)
  }
}

/** Whether the process is a postmaster of this cluster, and not a stranger that was given the same number after a reboot. */
export function isPostmasterOf(pid: number, clusterDir: string): boolean {
  const command = commandLine(pid)
  return command.includes('postgres') && command.includes(clusterDir)
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // macOS has no /proc.
    try {
      return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    } catch {
      return ''
    }
  }
}
