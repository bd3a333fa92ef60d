import { Decimal } from '@rongmei/kit'
import { describe, expect, it } from 'vitest'
import { historyPeriods } from './periods.ts'
import { printUnit, printValue } from './printing.ts'

describe('a value in a cell', () => {
  it.each([
    ['0.97345', { places: 2, percent: true }, '%', '97.35%'],
    ['1', { places: 2, percent: true }, '', '100.00%'],
    ['12', { places: 0, percent: false }, '个月', '12个月'],
    ['0.825', { places: 2, percent: false }, '倍', '0.83倍'],
  ])('%s', (value, print, unit, text) => expect(printValue(new Decimal(value), print, unit)).toBe(text))
  it('stays empty when there was nothing to measure', () => {
    expect(printValue(null, { places: 2, percent: true }, '%')).toBe('')
  })
  it('has the unit of what is printed', () => {
    expect(printUnit({ places: 2, percent: true }, '')).toBe('%')
    expect(printUnit({ places: 0, percent: false }, '个月')).toBe('个月')
  })
})

describe('the periods of a history', () => {
  const names = (byMonth: boolean, today: string) => historyPeriods(2023, byMonth, today).map((one) => one.period)
  it.each([
    ['a past year', true, '2026-11-23', 24, '2022-01', '2023-12'],
    ['a year that runs', true, '2023-02-10', 14, '2022-01', '2023-02'],
    ['year by year', false, '2026-11-23', 3, '2021', '2023'],
    ['year by year, the year not begun', false, '2022-06-01', 2, '2021', '2022'],
  ])('%s', (_, byMonth, today, count, first, last) => {
    const periods = names(byMonth, today)
    expect([periods.length, periods[0], periods.at(-1)]).toEqual([count, first, last])
  })
})
