import { describe, expect, it } from 'vitest'
import { monthBefore, perThousand } from './rate.ts'

describe('the error rate', () => {
  it.each([
    [3, 12_000, '0.25'],
    [0, 800, '0.00'],
    [1, 3_000, '0.33'],
    [1, 0, null],
  ])('%d errors in %d characters', (errors, characters, rate) => {
    expect(perThousand(errors, characters)).toBe(rate)
  })

  it.each([
    ['2026-11', '2026-10'],
    ['2026-01', '2025-12'],
  ])('the month before %s', (month, before) => {
    expect(monthBefore(month)).toBe(before)
  })
})
