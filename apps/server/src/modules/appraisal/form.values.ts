import type { Form } from '@rongmei/appraisal'
import type { IndicatorView } from '@rongmei/contract'
import { Decimal } from '@rongmei/kit'
import { readPoint } from './domain/points.ts'
import { toForm } from './form.rows.ts'
import { type Reading, viewIndicators } from './indicator.view.ts'

/** The form with typed and computed values and the points they give in place of the reported ones. */
export function withValues(form: Form, rows: readonly IndicatorView[]): Form {
  const indicators = form.indicators.map((printed, index) => {
    const row = rows[index]
    if (!row) return printed
    const measured = row.computed && row.computed.value !== null ? row.computed.text : printed.actual
    const actual = row.typed?.value ?? measured
    return { ...printed, actual, score: row.proposedScore === null ? printed.score : readPoint(row.proposedScore) }
  })
  return { ...form, indicators, statedTotal: totalOf({ ...form, indicators }) ?? form.statedTotal }
}

/** The sum of the points now in the form; null when a cell holds none. */
function totalOf(form: Form): string | null {
  const points = [form.budget[0]?.score ?? '', ...form.indicators.map((row) => row.score)]
  if (points.some((point) => typeof point !== 'number')) return null
  return points.reduce<Decimal>((sum, point) => sum.plus(point), new Decimal(0)).toFixed(2)
}

/** What people sign: an imported form as it was printed, a form declared here with the values it has now. */
export function signedForm(reading: Reading): Form {
  const form = toForm(reading.project, reading.indicators)
  return reading.project.file_name === '' ? withValues(form, viewIndicators(reading)) : form
}
