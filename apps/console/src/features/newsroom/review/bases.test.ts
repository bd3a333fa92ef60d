import { describe, expect, it } from 'vitest'
import { baseVersions, byUrgency, nextInQueue } from './bases.ts'

const at = (hour: number) => `2026-11-23T0${hour}:00:00Z`
const versions = [
  { no: 4, at: at(6), reason: 'saved' as const, current: true },
  { no: 3, at: at(5), reason: 'rescued' as const, current: false },
  { no: 2, at: at(4), reason: 'submitted' as const, current: false },
  { no: 1, at: at(1), reason: 'saved' as const, current: false },
]

describe('what a reviewer compares with', () => {
  it.each([
    ['never looked before', versions, null, { submitted: 2, since: null }],
    ['looked after submission', versions, at(5), { submitted: 2, since: 2 }],
    ['looked before submission', versions, at(2), { submitted: 2, since: 1 }],
    ['nothing changed since', versions, at(7), { submitted: 2, since: null }],
    [
      'what was submitted is what stands',
      versions.slice(2).map((one) => ({ ...one, current: one.no === 2 })),
      at(7),
      { submitted: null, since: null },
    ],
  ])('%s', (_name, items, seen, bases) => {
    expect(baseVersions(items, seen)).toEqual(bases)
  })
})

describe('the queue', () => {
  it.each([
    [['a', 'b', 'c'], 'b', 1, 'c'],
    [['a', 'b', 'c'], 'c', 1, 'a'],
    [['a', 'b', 'c'], 'a', -1, 'c'],
    [['a', 'b'], 'x', 1, 'a'],
    [['a'], 'a', 1, null],
    [[], 'a', 1, null],
  ] as const)('after %j at %s by %d comes %s', (ids, id, step, next) => {
    expect(nextInQueue(ids, id, step)).toBe(next)
  })
})

describe('urgency', () => {
  it('puts the earliest planned time first and what has none last, in the order given', () => {
    const rows = [
      { id: 'a', plannedAt: null },
      { id: 'b', plannedAt: at(6) },
      { id: 'c', plannedAt: null },
      { id: 'd', plannedAt: at(2) },
    ]
    expect(byUrgency(rows).map((row) => row.id)).toEqual(['d', 'b', 'a', 'c'])
  })
})
