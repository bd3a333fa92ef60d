import type { Gap, IndicatorView } from '@rongmei/contract'
import { Decimal } from '@rongmei/kit'

type Row = Pick<
  IndicatorView,
  | 'id'
  | 'seq'
  | 'l3'
  | 'kind'
  | 'rubric'
  | 'actual'
  | 'typed'
  | 'computed'
  | 'weight'
  | 'score'
  | 'proposedScore'
  | 'deviation'
  | 'signed'
>

/**
 * What keeps rows from being handed in, in the order of the form: a qualitative row without a rubric, a row without any
 * value, and points lost without a reason (a deduction without a stated reason is itself a defect; appraisal.md, 5).
 */
export function gapsOf(rows: readonly Row[]): Gap[] {
  return rows.flatMap((row) => {
    const gaps: Gap['gap'][] = []
    if (row.kind === 'qualitative' && row.rubric === null) gaps.push('rubric')
    if (!hasValue(row)) gaps.push('value')
    if (lossOf(row)?.greaterThan(0) && row.signed === null && row.deviation.trim() === '') gaps.push('deviation')
    return gaps.map((gap) => ({ id: row.id, seq: row.seq, l3: row.l3, gap }))
  })
}

function hasValue(row: Row): boolean {
  return row.typed !== null || (row.computed !== null && row.computed.value !== null) || row.actual.trim() !== ''
}

/** The points a row loses by the points it would be handed in with; null where a cell holds no number. */
export function lossOf(row: Pick<Row, 'weight' | 'score' | 'proposedScore'>): Decimal | null {
  const points = row.proposedScore ?? row.score
  if (!NUMBER.test(row.weight) || !NUMBER.test(points)) return null
  return new Decimal(row.weight).minus(points)
}

const NUMBER = /^-?\d+(\.\d+)?$/
