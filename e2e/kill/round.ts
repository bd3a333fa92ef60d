import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, readPostmaster } from '../../apps/server/src/platform/db/embedded.pidfile.ts'
import type { Person } from '../../bench/support/centre.ts'
import { runMain, type Server, startServer } from '../../bench/support/server.ts'
import { type Acknowledged, startBurst } from './burst.ts'
import { losses } from './compare.ts'

export type Round = {
  no: number
  /** How long the burst had lasted when the server was killed. */
  afterMs: number
  /** Whether the start that recovers was killed, too, before it was ready. */
  killedTwice: boolean
  acknowledged: Acknowledged[]
  /** From the start until ready again, recovery of the database included. */
  recoveredMs: number
  problems: string[]
}

/** The postmaster on a data directory: its process id, and whether it runs. */
function database(dataDir: string): { pid: number; alive: boolean } | undefined {
  const found = readPostmaster(join(dataDir, 'postgres'))
  return found && { pid: found.pid, alive: isAlive(found.pid) }
}

/**
 * One round: a burst of writes, `kill -9` at a random moment, a start on the same data, and the comparison.
 * `connect` gives the people on the address of the new server; the sessions are those from before the kill.
 */
export async function killOnce(input: {
  no: number
  dataDir: string
  server: Server
  people: (base: string) => readonly Person[]
  random: (below: number) => number
}): Promise<{ round: Round; server: Server }> {
  const { no, dataDir, people, random } = input
  const afterMs = 150 + random(1_800)
  const killedTwice = no % 3 === 0
  const problems: string[] = []
  const burst = startBurst(people(input.server.url), no)
  await pause(afterMs)
  burst.expectTheEnd()
  await input.server.kill()
  await burst.ended
  problems.push(...burst.surprises.map((text) => `unexpected answer: ${text}`))
  const orphan = database(dataDir)
  if (!orphan?.alive) problems.push('the database did not outlive its server, so that its recovery was not tried')
  if (killedTwice) await killWhileStarting(dataDir, 100 + random(900))
  const server = await startServer(dataDir)
  if (orphan && isAlive(orphan.pid)) problems.push(`the orphaned database ${orphan.pid} still runs`)
  const [reader] = people(server.url)
  if (reader) problems.push(...(await losses(reader, burst.acknowledged)))
  problems.push(...(await secondStart(dataDir)))
  const chain = await verifyChain(dataDir)
  if (!chain.ok) problems.push(`the chain of facts: ${chain.said}`)
  return {
    round: { no, afterMs, killedTwice, acknowledged: burst.acknowledged, recoveredMs: server.readyMs, problems },
    server,
  }
}

/** `kill -9` in the middle of a start. */
async function killWhileStarting(dataDir: string, afterMs: number): Promise<void> {
  const child = runMain(['serve'], dataDir)
  await pause(afterMs)
  child.process.kill('SIGKILL')
  await child.exited
}

/** A second start on the same data must be refused in a sentence, and harm nothing. */
async function secondStart(dataDir: string): Promise<string[]> {
  const before = database(dataDir)
  const second = runMain(['serve'], dataDir)
  const code = await second.exited
  const problems: string[] = []
  if (code !== 1) problems.push(`a second start ended with ${code}, not 1`)
  if (!second.output().includes('已在运行')) problems.push(`a second start said: ${second.output().slice(0, 300)}`)
  const after = database(dataDir)
  if (!after?.alive || after.pid !== before?.pid) problems.push('a second start disturbed the running database')
  return problems
}

export type Chain = { ok: boolean; sealed: number; unsealed: number; said: string }

/** What `verify-events` says, beside a running server or without one. */
export async function verifyChain(dataDir: string): Promise<Chain> {
  const child = runMain(['verify-events'], dataDir)
  const code = await child.exited
  const said = child.output()
  const [, sealed, unsealed] = /已封存 (\d+) 条事实.*尚未封存 (\d+) 条/.exec(said) ?? []
  return { ok: code === 0 && said.includes('事实链完好'), sealed: Number(sealed), unsealed: Number(unsealed), said }
}
