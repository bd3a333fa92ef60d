import { Decimal } from '@rongmei/kit'

/** Fewer months than this say nothing about a year. */
export const FEWEST_MONTHS = 3

export type Forecast = {
  /** Sum of the months there are. */
  soFar: Decimal
  yearEnd: Decimal
  low: Decimal
  high: Decimal
  method: 'linear' | 'seasonal'
  /** The formula with its numbers, in Chinese. */
  working: string
}

/** About nine cases of ten, were the residuals normal. */
const SPREAD = new Decimal('1.645')
const ZERO = new Decimal(0)
const sumOf = (values: readonly Decimal[]) => values.reduce<Decimal>((sum, one) => sum.plus(one), ZERO)

/**
 * What a year will come to, from its first months. With twelve months of last year that are not all zero, the pace is
 * that of last year: (sum so far) ÷ (last year's share of the same months). Else every month is expected to be as the
 * mean of those there are. The interval is the year-end value ± 1.645 × the standard deviation of the months around
 * what the method expects of them × √(months left); it never falls under what has already been reached.
 *
 * @param months this year's values from January on, no gaps, at most 12
 * @param lastYear twelve months of the year before, or null
 * @returns null with fewer than three months
 */
export function forecast(months: readonly Decimal[], lastYear: readonly Decimal[] | null): Forecast | null {
  if (months.length < FEWEST_MONTHS || months.length > 12) return null
  const soFar = sumOf(months)
  const shares = sharesOf(lastYear)
  const [before, whole] = [sumOf((lastYear ?? []).slice(0, months.length)), sumOf(lastYear ?? [])]
  const seasonal = shares !== null && before.gt(0)
  const yearEnd = seasonal ? soFar.times(whole).div(before) : soFar.times(12).div(months.length)
  const expected = months.map((_, at) => (seasonal ? yearEnd.times(shares[at] ?? ZERO) : yearEnd.div(12)))
  const half = spreadOf(months, expected)
    .times(SPREAD)
    .times(new Decimal(12 - months.length).sqrt())
  const low = yearEnd.minus(half)
  return {
    soFar,
    yearEnd,
    low: low.lt(soFar) ? Decimal.min(soFar, yearEnd) : low,
    high: yearEnd.plus(half),
    method: seasonal ? 'seasonal' : 'linear',
    working: seasonal
      ? `1–${months.length} 月累计 ${print(soFar)} ÷ 上年同期占全年 ${print(before.times(100).div(whole))}% = ${print(yearEnd)}`
      : `1–${months.length} 月累计 ${print(soFar)} ÷ ${months.length} × 12 = ${print(yearEnd)}`,
  }
}

/** Each month's share of last year; null where last year is not whole, has negative months or nothing in it. */
function sharesOf(lastYear: readonly Decimal[] | null): Decimal[] | null {
  if (lastYear?.length !== 12 || lastYear.some((one) => one.lt(0))) return null
  const whole = sumOf(lastYear)
  return whole.gt(0) ? lastYear.map((one) => one.div(whole)) : null
}

/** Standard deviation of the residuals, one degree of freedom taken by the fitted level. */
function spreadOf(months: readonly Decimal[], expected: readonly Decimal[]): Decimal {
  const squares = months.map((one, at) => one.minus(expected[at] ?? ZERO).pow(2))
  return sumOf(squares)
    .div(months.length - 1)
    .sqrt()
}

const print = (value: Decimal) => value.toDecimalPlaces(2).toString()
