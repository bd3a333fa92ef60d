import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second of /proc (`getconf CLK_TCK`, 100 on every Linux we know). */
const HERTZ = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** proc(5): after the name in brackets, field 3 on. Ticks of user and system time, own and of children waited for. */
function statOf(pid: number): { parent: number; own: number; children: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (no: number) => fields[no - 3] ?? 0
    return { parent: at(4), own: at(14) + at(15), children: at(16) + at(17) }
  } catch {
    return undefined
  }
}

/** CPU time of a process with all its threads, in milliseconds. */
export function processMs(pid: number): number {
  return ((statOf(pid)?.own ?? 0) / HERTZ) * 1000
}

/**
 * CPU time of a PostgreSQL, in milliseconds: the postmaster, its backends, its writers, and those that have ended
 * (whose time the postmaster inherits).
 */
export function postgresMs(postmaster: number): number {
  const self = statOf(postmaster)
  let ticks = (self?.own ?? 0) + (self?.children ?? 0)
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (stat?.parent === postmaster) ticks += stat.own
  }
  return (ticks / HERTZ) * 1000
}
