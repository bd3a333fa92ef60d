import { addDays, type Day, Decimal, ratio } from '@rongmei/kit'

/** Posts (核定) and people (在岗) of one unit at the end of one day. */
export type Strength = { day: Day; posts: number; staffed: number }

/** The last days of the months of a year that have come by `today`. */
export function monthEnds(year: number, today: Day): Day[] {
  const firsts = Array.from({ length: 12 }, (_, i) =>
    i === 11 ? `${year + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`,
  )
  return firsts.map((first) => addDays(first, -1)).filter((end) => end <= today)
}

export type Month = { day: Day; posts: number; staffed: number; rate: Decimal }
export type Staffing = { value: Decimal | null; months: Month[] }

/**
 * 在岗 ÷ 核定 of all units together at each month end, and the mean of these rates. Not capped at 1: more people than
 * posts is a finding, not a rounding error. Month ends without approved posts have no rate and do not count.
 */
export function averageStaffing(strengths: readonly Strength[]): Staffing {
  const sums = new Map<Day, { posts: number; staffed: number }>()
  for (const { day, posts, staffed } of strengths) {
    const sum = sums.get(day) ?? { posts: 0, staffed: 0 }
    sums.set(day, { posts: sum.posts + posts, staffed: sum.staffed + staffed })
  }
  const months = [...sums].flatMap(([day, sum]) => {
    const rate = ratio(sum.staffed, sum.posts)
    return rate ? [{ day, ...sum, rate }] : []
  })
  const total = months.reduce((all, month) => all.plus(month.rate), new Decimal(0))
  return { value: ratio(total, months.length), months }
}
