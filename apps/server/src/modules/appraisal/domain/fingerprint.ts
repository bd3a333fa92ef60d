import { createHash } from 'node:crypto'
import type { Form } from '@rongmei/appraisal'
import type { Phase } from './cycle.ts'

const hashOf = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
const money = (form: Form) => form.budget.map((line) => [line.source, line.yearStart.fen])

/** SHA-256 of what is approved with the budget: the goal, the money at the start of the year and every target. */
export function targetHash(form: Form): string {
  const rows = form.indicators.map((row) => [row.l1, row.l2, row.l3, row.target, row.weight])
  return hashOf([form.name, form.year, form.dept, form.unit, form.goals.expected, money(form), rows])
}

/** SHA-256 of every cell of the form, so that any change shows; how it was read is no part of it. */
export function formHash(form: Form): string {
  const spent = form.budget.map((line) => [line.fullYear.fen, line.executed.fen, line.executionRate, line.score])
  const rows = form.indicators.map((row) => [row.actual, row.score, row.deviation])
  return hashOf([targetHash(form), form.goals.actual, spent, rows, form.statedTotal])
}

/** What a signature of that phase is bound to. */
export function boundHash(phase: Phase, form: Form): string {
  return phase === 'target' ? targetHash(form) : formHash(form)
}
