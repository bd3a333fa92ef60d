import { postgresMs, processMs } from './cpu.ts'
import { type Load, load, type Request } from './load.ts'

export type Side = { port: number; pid: number; next: Request }
export type Case = { name: string; connections: number; ours: Side; floor: Side }
/** One measurement; `cpu` is milliseconds of the server and its PostgreSQL for each response. */
export type Sample = Load & { cpu: number; server: number; database: number }
export type Round = { floor: Sample; ours: Sample }
export type Result = { name: string; connections: number; kept: Round[]; discarded: number }

const FLOOR_MS = 2_000
const OURS_MS = 4_000
const WARM_MS = 1_500
const STEADY = 0.2

async function sample(side: Side, connections: number, ms: number, postmaster: number): Promise<Sample> {
  const before = { server: processMs(side.pid), database: postgresMs(postmaster) }
  const measured = await load(side.port, connections, ms, side.next)
  if (measured.refused > 0) throw new Error(`${measured.refused} of ${measured.responses} requests were refused`)
  const server = (processMs(side.pid) - before.server) / measured.responses
  const database = (postgresMs(postmaster) - before.database) / measured.responses
  return { ...measured, server, database, cpu: server + database }
}

/**
 * Rounds of floor → ours → floor until `wanted` are kept or twice as many tried. A round counts only when the floor
 * cost the same, within 20 %, before and after: otherwise the machine, not the server, was measured.
 */
export async function measure(one: Case, postmaster: number, wanted: number): Promise<Result> {
  await load(one.floor.port, one.connections, WARM_MS, one.floor.next)
  await load(one.ours.port, one.connections, WARM_MS, one.ours.next)
  const result: Result = { name: one.name, connections: one.connections, kept: [], discarded: 0 }
  for (let tried = 0; result.kept.length < wanted && tried < wanted * 2; tried += 1) {
    const before = await sample(one.floor, one.connections, FLOOR_MS, postmaster)
    const ours = await sample(one.ours, one.connections, OURS_MS, postmaster)
    const after = await sample(one.floor, one.connections, FLOOR_MS, postmaster)
    if (Math.abs(after.cpu / before.cpu - 1) > STEADY) result.discarded += 1
    else result.kept.push({ ours, floor: mean(before, after) })
  }
  return result
}

function mean(a: Sample, b: Sample): Sample {
  const of = (key: keyof Sample) => (a[key] + b[key]) / 2
  return {
    responses: a.responses + b.responses,
    refused: 0,
    perSecond: of('perSecond'),
    p50: of('p50'),
    p975: of('p975'),
    cpu: of('cpu'),
    server: of('server'),
    database: of('database'),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
