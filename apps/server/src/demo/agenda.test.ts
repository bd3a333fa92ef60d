import { expect, test } from 'vitest'
import { settableClock } from '../platform/clock.ts'
import { type Life, makeAgenda } from './agenda.ts'
import { makeDice } from './dice.ts'

test('lives take turns by the clock, and what is due later waits', async () => {
  const clock = settableClock(0)
  const agenda = makeAgenda(clock)
  const told: string[] = []
  async function* live(name: string, ...at: number[]): Life {
    for (const next of at) {
      told.push(`${name}${clock.now()}`)
      yield next
    }
    told.push(`${name}${clock.now()}`)
  }
  agenda.add(10, live('a', 30, 50))
  agenda.add(20, live('b', 40, 999))
  agenda.add(20, live('c'))
  await agenda.run(100)
  expect(told).toEqual(['a10', 'b20', 'c20', 'a30', 'b40', 'a50'])
  expect(clock.now()).toBe(100)
})

test('the same seed throws the same, another seed another', () => {
  const throws = (seed: number) => {
    const dice = makeDice(seed)
    return [dice.int(1, 6), dice.next(), dice.pick(['x', 'y', 'z']), dice.some([1, 2, 3, 4], 2), [...dice.bytes()]]
  }
  expect(throws(1)).toEqual(throws(1))
  expect(throws(1)).not.toEqual(throws(2))
  const sixes = makeDice(3)
  const counts = Array.from({ length: 6_000 }, () => sixes.int(1, 6)).filter((eye) => eye === 6).length
  expect(counts).toBeGreaterThan(900)
  expect(counts).toBeLessThan(1_100)
})
