import { expect, test } from 'vitest'
import { runKills } from './kill/kills.ts'

// The long version is `npx node e2e/kill/run.ts --times 10`.
test('two kills during a burst of writes lose nothing that was acknowledged', async () => {
  const { rounds, problems, chain } = await runKills({ times: 2, seed: 27, waitForSeal: false })
  expect(rounds.flatMap((round) => round.problems)).toEqual([])
  expect(problems).toEqual([])
  expect(chain.ok).toBe(true)
  expect(rounds.every((round) => round.acknowledged.length > 0)).toBe(true)
})
