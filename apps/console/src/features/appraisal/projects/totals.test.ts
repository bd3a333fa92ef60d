import { describe, expect, it } from 'vitest'
import { formatYuan } from '../../../lib/format.ts'
import { percent } from '../format.ts'
import { projectRow } from '../sample.fixture.ts'
import { totalsOf } from './totals.ts'

describe('the totals of a year', () => {
  const rows = [
    projectRow({}),
    projectRow({ initialFen: '126000000', adjustedFen: '101507700', executedFen: '101507700', linked: 1 }),
    projectRow({ initialFen: null, adjustedFen: null, executedFen: null }),
  ]
  const totals = totalsOf(rows)
  it('adds money and findings', () => {
    expect(formatYuan(totals.initialFen)).toBe('2,405,000.00')
    expect(totals.findings).toEqual({ error: 3, warning: 6, info: 9 })
    expect(totals.linked).toBe(7)
  })
  it('weighs the rates by money', () => {
    expect(percent(totals.executionRate)).toBe('100.00%')
    expect(percent(totals.initialRate)).toBe('65.19%')
  })
  it('has no rate without money', () => expect(totalsOf([]).initialRate).toBeNull())
})
