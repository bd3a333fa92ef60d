import { expect, test } from 'vitest'
import { waitBefore } from './throttle.ts'

test.each([
  { failures: 0, wait: 0 },
  { failures: 4, wait: 0 },
  { failures: 5, wait: 30_000 },
  { failures: 6, wait: 60_000 },
  { failures: 7, wait: 120_000 },
  { failures: 8, wait: 300_000 },
  { failures: 9, wait: 300_000 },
])('after $failures failures one waits $wait ms', ({ failures, wait }) => {
  const instants = Array.from({ length: failures }, (_, i) => 1_000 + i)
  expect(waitBefore(instants, instants.at(-1) ?? 0)).toBe(wait)
})

test('the wait runs down and ends', () => {
  const failures = [0, 1, 2, 3, 10_000]
  expect(waitBefore(failures, 15_000)).toBe(25_000)
  expect(waitBefore(failures, 40_000)).toBe(0)
  expect(waitBefore(failures, 90_000)).toBe(0)
})
