/**
 * Kills the server again and again during bursts of writes and compares what it had acknowledged with what is there:
 *
 *     npx node e2e/kill/run.ts --times 10 [--seed 1]
 *
 * Exit code 1 when anything acknowledged is lost.
 */
import { parseArgs } from 'node:util'
import { runKills } from './kills.ts'
import type { Round } from './round.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '10' }, seed: { type: 'string', default: '' } },
})
const times = Number(values.times)
const seed = values.seed ? Number(values.seed) : process.pid
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed)) {
  console.error('usage: npx node e2e/kill/run.ts --times 10 [--seed 1]')
  process.exit(2)
}

const row = (...cells: (string | number)[]) => console.log(cells.map((cell) => String(cell).padStart(12)).join(''))

function show(round: Round): void {
  const { no, afterMs, acknowledged, killedTwice, recoveredMs, problems } = round
  const stories = acknowledged.filter((one) => one.kind === 'created').length
  row(no, afterMs, stories, acknowledged.length - stories, killedTwice ? 'yes' : 'no', recoveredMs, problems.length)
  for (const problem of problems) console.log(`    ${problem}`)
}

console.log(`${times} kills, seed ${seed}`)
row('round', 'killed ms', 'stories', 'saves', 'twice', 'ready ms', 'problems')
const { rounds, problems, chain } = await runKills({ times, seed, waitForSeal: true, onRound: show })
for (const problem of problems) console.log(`    ${problem}`)
const writes = rounds.reduce((sum, round) => sum + round.acknowledged.length, 0)
const bad = rounds.reduce((sum, round) => sum + round.problems.length, problems.length)
console.log(`${writes} acknowledged writes, ${bad} problems; facts: ${chain.sealed} sealed, ${chain.unsealed} not yet`)
process.exitCode = bad === 0 ? 0 : 1
