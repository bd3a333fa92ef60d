import type { Day } from '@rongmei/kit'

export type Period = { period: string; change: { year: number; month?: number } }

/**
 * The periods of a measure's history: the months of last year and of the year, or the year and the two before it. What
 * begins after today is left out.
 *
 * @example historyPeriods(2023, true, '2023-02-10') // 2022-01 … 2022-12, 2023-01, 2023-02
 */
export function historyPeriods(year: number, byMonth: boolean, today: Day): Period[] {
  const periods: Period[] = byMonth
    ? [year - 1, year].flatMap(monthsOf)
    : [year - 2, year - 1, year].map((one) => ({ period: String(one), change: { year: one } }))
  return periods.filter(({ period }) => period <= today)
}

function monthsOf(year: number): Period[] {
  return Array.from({ length: 12 }, (_, index) => ({
    period: `${year}-${String(index + 1).padStart(2, '0')}`,
    change: { year, month: index + 1 },
  }))
}
