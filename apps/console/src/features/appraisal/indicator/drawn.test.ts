import { describe, expect, it } from 'vitest'
import { drawHistory, strength } from './drawn.ts'

describe('history', () => {
  it.each([
    ['%', '0.97355', 97.355, '97.36%'],
    ['个月', '12', 12, '12个月'],
    ['', '0.333333333', 0.333333333, '0.33'],
    ['%', null, null, '—'],
  ])('in %s: %s', (unit, value, drawn, text) => {
    expect(drawHistory([{ period: '2023-01', value, coverage: 0.5 }], unit)[0]).toEqual({
      period: '2023-01',
      value: drawn,
      text,
      coverage: 0.5,
      note: '50%',
    })
  })
  it.each([
    [1, 1],
    [0, 0.3],
    [2, 1],
    [-1, 0.3],
  ])('draws coverage %s at strength %s', (coverage, expected) => expect(strength(coverage)).toBeCloseTo(expected))
})
