import { Decimal, no, type Verdict, YES } from '@rongmei/kit'

/** One row of a 部门评价: what the unit gave itself and what the reviewer proposes. Points are decimals in text. */
export type ReviewRow = { weight: string; claimed: string; proposed: string | null; explanation: string }

/** Whether the points are within the weight and a difference is explained (appraisal.md 5.1(9)). */
export function fitsReview(row: ReviewRow): Verdict<'review.outOfRange' | 'review.explain'> {
  if (row.proposed === null) return YES
  const proposed = new Decimal(row.proposed)
  if (proposed.lt(0) || proposed.gt(row.weight)) return no('review.outOfRange')
  return proposed.eq(row.claimed) || row.explanation.trim().length >= 2 ? YES : no('review.explain')
}

/** The sum of the proposed points and the execution score; null while a row has none. */
export function reviewTotal(rows: readonly ReviewRow[], execution: string): string | null {
  if (rows.some((row) => row.proposed === null)) return null
  return rows.reduce((sum, row) => sum.plus(row.proposed ?? 0), new Decimal(execution)).toFixed(2)
}

/** 优 90, 良 80, 中 60, else 差; lower bounds inclusive (财预〔2020〕10号 art. 18). */
export function gradeOf(total: string): '优' | '良' | '中' | '差' {
  const points = new Decimal(total)
  if (points.gte(90)) return '优'
  if (points.gte(80)) return '良'
  return points.gte(60) ? '中' : '差'
}
