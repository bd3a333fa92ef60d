import type { IndicatorView } from '@rongmei/contract'
import { percent } from '../format.ts'
import { formatMoment } from '../../../lib/format.ts'
import { zh } from '../zh.ts'
import { words } from '../zh.values.ts'
import { shownValue, type ValueMode } from './values.ts'

/**
 * Where the value in a row's 实际完成值 cell comes from, in one line: the hover text of the cell. When another value
 * was reported, the line says which.
 */
export function sourceLine(row: IndicatorView, mode: ValueMode): string {
  const shown = shownValue(row, mode)
  if (mode === 'frozen' && row.frozen) {
    const { by, at, working } = row.frozen
    return [words.frozenAt(by.name, formatMoment(at)), working].filter(Boolean).join('；')
  }
  const reported = shown.differs ? `；${zh.reportedWas(row.actual)}` : ''
  if (shown.mark === 'typed' && row.typed) {
    return zh.sourceTyped(row.typed.by.name, row.typed.reason) + reported
  }
  if (shown.mark === 'computed' && row.computed) {
    return zh.sourceComputed(row.computed.working, percent(row.computed.coverage, 0)) + reported
  }
  const doubts = shown.mark === 'printed' ? '' : `；${row.warnings[0] ?? zh.markHints[shown.mark]}`
  return zh.sourcePrinted + doubts
}
