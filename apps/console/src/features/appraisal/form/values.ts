import { Decimal } from '@rongmei/kit'
import type { IndicatorView, Project } from '@rongmei/contract'

/** Which values the form shows: as the unit reported them, as the records say, or as they were handed in. */
export type ValueMode = 'printed' | 'computed' | 'frozen'
export type Mark = IndicatorView['mark']

export type ShownValue = { actual: string; score: string; mark: Mark; differs: boolean }

/**
 * What the 实际完成值 and 得分 cells of a row show. In 计算值 a typed value (手填) stands before a computed one, because a
 * person answers for it; a row with neither keeps what was reported.
 *
 * @returns `differs` when the value shown is not the one reported
 */
export function shownValue(row: IndicatorView, mode: ValueMode): ShownValue {
  const own = row.mark === 'inferred' || row.mark === 'doubt' ? row.mark : 'printed'
  if (mode === 'printed') return { actual: row.actual, score: row.score, mark: own, differs: false }
  if (mode === 'frozen') {
    return row.frozen
      ? shown(row, row.frozen.actual, row.frozen.score, row.frozen.mark)
      : { actual: row.actual, score: row.score, mark: own, differs: false }
  }
  const score = row.proposedScore ?? row.score
  if (row.typed) return shown(row, row.typed.value, score, 'typed')
  if (row.computed && row.computed.value !== null) return shown(row, row.computed.text, score, 'computed')
  return { actual: row.actual, score: row.score, mark: own, differs: false }
}

function shown(row: IndicatorView, actual: string, score: string, mark: Mark): ShownValue {
  return { actual, score, mark, differs: actual !== row.actual || !sameNumber(score, row.score) }
}

function sameNumber(left: string, right: string): boolean {
  const [a, b] = [toDecimal(left), toDecimal(right)]
  return a && b ? a.equals(b) : left === right
}

/** A decimal from a cell, or null for a blank, a dash or words: nothing unreadable turns into 0. */
export function toDecimal(text: string | null | undefined): Decimal | null {
  const clean = (text ?? '').replaceAll(',', '').trim()
  return /^-?\d+(\.\d+)?$/.test(clean) ? new Decimal(clean) : null
}

/**
 * The 总分 under the form: as stated when showing reported values, else the sum of the points shown and the execution
 * score.
 */
export function shownTotal(project: Pick<Project, 'rows' | 'statedTotal' | 'budget'>, mode: ValueMode): string {
  if (mode === 'printed') return project.statedTotal ?? ''
  const points = [
    toDecimal(project.budget[0]?.score),
    ...project.rows.map((row) => toDecimal(shownValue(row, mode).score)),
  ]
  return points.reduce<Decimal>((sum, point) => (point ? sum.plus(point) : sum), new Decimal(0)).toFixed(2)
}
