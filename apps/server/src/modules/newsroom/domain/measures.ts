import { dayOf, Decimal, ratio } from '@rongmei/kit'

/** The p-th percentile by nearest rank (the smallest value that at least p % of the values do not exceed); null of nothing. */
export function percentile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? null
}

/** 拦截 ÷ (拦截 + 发布后更正): of all errors that became known, the share that was caught before readers saw them. */
export function interception(caught: number, missed: number): Decimal | null {
  return ratio(caught, caught + missed)
}

/** 1 − 差错稿 ÷ 发布稿. A story counts as faulty once, however often it was corrected. */
export function correctShare(published: number, faulty: number): Decimal | null {
  const share = ratio(faulty, published)
  return share === null ? null : new Decimal(1).minus(share)
}

/** Errors per thousand characters read in spot checks. */
export function errorRate(errors: number, characters: number): Decimal | null {
  return ratio(new Decimal(errors).times(1000), characters)
}

/** Months (1–12, Shanghai time) of a year in which at least one instant falls. */
export function monthsWith(instants: readonly Date[]): number[] {
  return [...new Set(instants.map((at) => Number(dayOf(at).slice(5, 7))))].sort((a, b) => a - b)
}

/** Minutes by which a publication may miss its planned time and still be on time: a clock's tolerance, not a grace. */
export const ON_TIME_MS = 5 * 60_000

export function isOnTime(planned: Date, published: Date | null): boolean {
  return published !== null && published.getTime() <= planned.getTime() + ON_TIME_MS
}

/** (this − last) ÷ last; null when there was nothing last year to grow from. */
export function growth(current: Decimal.Value, last: Decimal.Value): Decimal | null {
  return ratio(new Decimal(current).minus(last), last)
}
