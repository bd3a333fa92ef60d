import { Decimal } from '@rongmei/kit'
import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'

const d = (...values: number[]) => values.map((one) => new Decimal(one))
const steady = d(...Array<number>(12).fill(10))
/** Half of the year's work falls into December. */
const late = d(...Array<number>(11).fill(10), 110)

describe('the year end', () => {
  test.each([
    ['a steady pace', d(10, 10, 10, 10, 10, 10, 10), null, '120', 'linear'],
    ['as last year, steady', d(5, 5, 5, 5, 5, 5, 5), steady, '60', 'seasonal'],
    ['last year came in December', d(10, 10, 10, 10, 10, 10, 10), late, '220', 'seasonal'],
    ['nothing last year', d(10, 10, 10), d(...Array<number>(12).fill(0)), '120', 'linear'],
    ['last year not whole', d(10, 10, 10), d(1, 2, 3), '120', 'linear'],
    ['a whole year is what it is', steady, null, '120', 'linear'],
  ] as const)('%s', (_, months, lastYear, yearEnd, method) => {
    const result = forecast(months, lastYear)
    expect([result?.yearEnd.toString(), result?.method]).toEqual([yearEnd, method])
  })

  test.each([
    ['none', []],
    ['two months', d(10, 10)],
    ['more than a year', d(...Array<number>(13).fill(1))],
  ])('is not told from %s', (_, months) => expect(forecast(months, null)).toBeNull())
})

describe('the interval', () => {
  test('is a point when every month was the same', () => {
    const { low, high } = forecast(d(10, 10, 10), null) ?? {}
    expect([String(low), String(high)]).toEqual(['120', '120'])
  })

  test('is wider the more the months differ, and closes when the year is over', () => {
    const width = (months: Decimal[]) => {
      const { low, high } = forecast(months, null) ?? {}
      return Number(high?.minus(low ?? 0))
    }
    expect(width(d(2, 18, 10, 10, 10, 10, 10))).toBeGreaterThan(width(d(9, 11, 10, 10, 10, 10, 10)))
    expect(width(d(2, 18, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10))).toBe(0)
  })

  test('never falls under what is reached already', () => {
    const result = forecast(d(0, 0, 100), null)
    expect(result?.low.gte(result.soFar)).toBe(true)
  })
})
