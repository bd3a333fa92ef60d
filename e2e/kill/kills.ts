import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { addPerson, moved, type Person, setUpCentre } from '../../bench/support/centre.ts'
import { type Server, startServer } from '../../bench/support/server.ts'
import { sequence } from '../../bench/support/text.ts'
import { losses } from './compare.ts'
import { type Chain, killOnce, type Round, verifyChain } from './round.ts'

const WRITERS = 4
const SEAL_MS = 180_000

export type Kills = {
  rounds: Round[]
  /** What is wrong beyond single rounds: losses that show only later, a broken chain. */
  problems: string[]
  chain: Chain
}

/**
 * Kills a server `times` times during bursts of writes on one data directory, and compares after each kill and once
 * more at the end everything ever acknowledged with what is there.
 * @param options.waitForSeal waits (a minute or two) until the facts are sealed, so that the chain is verified whole
 */
export async function runKills(options: {
  times: number
  seed: number
  waitForSeal: boolean
  onRound?: (round: Round) => void
}): Promise<Kills> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rongmei-kill-'))
  let server: Server | undefined
  try {
    server = await startServer(dataDir)
    const admin = await setUpCentre(server.url)
    const writers: Person[] = []
    for (let no = 1; no <= WRITERS; no += 1)
      writers.push(await addPerson(server.url, admin, `jizhe${no}`, ['reporter', 'subEditor', 'auditor']))
    const people = (base: string) => writers.map((one) => moved(one, base))
    const random = sequence(options.seed)
    const rounds: Round[] = []
    for (let no = 1; no <= options.times; no += 1) {
      const done = await killOnce({ no, dataDir, server, people, random })
      server = done.server
      rounds.push(done.round)
      options.onRound?.(done.round)
    }
    const [reader] = people(server.url)
    const all = rounds.flatMap((round) => round.acknowledged)
    const problems = reader ? await losses(reader, all) : []
    if (options.waitForSeal) problems.push(...(await untilSealed(moved(admin, server.url))))
    const code = await server.stop()
    if (code !== 0) problems.push(`the server ended with ${code} on SIGTERM`)
    const chain = await verifyChain(dataDir)
    if (!chain.ok) problems.push(`the chain of facts: ${chain.said}`)
    if (chain.sealed + chain.unsealed < all.length) problems.push('fewer facts than acknowledged writes')
    return { rounds, problems, chain }
  } finally {
    await server?.kill()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Waits until the newest fact is sealed. */
async function untilSealed({ api }: Person): Promise<string[]> {
  const deadline = performance.now() + SEAL_MS
  while (performance.now() < deadline) {
    const { items } = await api.platform.listEvents({ query: { limit: 1 } })
    if (items[0]?.sealed) return []
    await pause(1_000)
  }
  return [`facts were not sealed within ${SEAL_MS / 1000} s`]
}
