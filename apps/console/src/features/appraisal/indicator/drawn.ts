import { Decimal } from '@rongmei/kit'
import { percent } from '../format.ts'

export type HistoryPoint = { period: string; value: string | null; coverage: number }
export type Drawn = { period: string; value: number | null; text: string; coverage: number; note: string }

/**
 * The points of a measure's history as they are drawn: shares of 1 as percentages, each with the share of its period
 * that was measured. A period without a value leaves a gap, not a zero.
 */
export function drawHistory(points: readonly HistoryPoint[], unit: string): Drawn[] {
  return points.map((point) => {
    const scaled = point.value === null ? null : new Decimal(point.value).times(unit === '%' ? 100 : 1)
    const text = scaled === null ? '—' : `${scaled.toDecimalPlaces(2).toString()}${unit}`
    return {
      period: point.period,
      value: scaled === null ? null : scaled.toNumber(),
      text,
      coverage: point.coverage,
      note: percent(point.coverage, 0),
    }
  })
}

/** How strongly a bar is drawn: a period measured in part is paler, but never invisible. */
export function strength(coverage: number): number {
  return 0.3 + 0.7 * Math.min(1, Math.max(0, coverage))
}
