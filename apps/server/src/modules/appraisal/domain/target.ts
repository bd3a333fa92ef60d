import { type Finding, type Form, lint, type RuleSet } from '@rongmei/appraisal'
import type { AssessmentInput } from '@rongmei/contract'
import { Decimal } from '@rongmei/kit'
import { words } from './words.zh.ts'

/** The findings that judge targets; the others speak of results, which a target form does not have yet. */
const TARGET_CODES: ReadonlySet<string> = new Set([
  'category-misfit',
  'complaint-as-satisfaction',
  'cost-direction',
  'goal-number-missing',
  'level-missing',
  'money-sources',
  'name-duplicate',
  'operator-equals',
  'output-benefit-duplicate',
  'payment-as-quantity',
  'percent-without-rate',
  'personal-data',
  'satisfaction-foreign-object',
  'target-not-measurable',
  'target-without-base',
  'template-text',
  'template-text-goal',
  'two-measures',
  'typing',
  'unit-mismatch',
  'unit-missing',
  'weight-zero',
  'weights-not-total',
  'weights-off-guide',
  'year-foreign',
])

/** What stands in the way of a target form, and what a reviewer would say of it: own gaps first. */
export function targetFindings(form: Form, rules: RuleSet): Finding[] {
  return [...gaps(form), ...lint(form, rules).filter((one) => TARGET_CODES.has(one.code))]
}

/** Cells that a target form must have before anybody can check it. */
function gaps(form: Form): Finding[] {
  const { target } = words
  const whole = [
    form.goals.expected.trim() === '' ? target.noGoal : null,
    form.indicators.length === 0 ? target.noRows : null,
    form.budget.every((line) => !line.yearStart.fen) ? target.noMoney : null,
  ].filter((message) => message !== null)
  const rows = form.indicators.flatMap((row): Finding[] => {
    const missing = [
      row.l1 === '' ? target.cells.l1 : null,
      row.l2 === '' ? target.cells.l2 : null,
      row.l3 === '' ? target.cells.l3 : null,
      row.target === '' ? target.cells.target : null,
      typeof row.weight === 'number' ? null : target.cells.weight,
    ].filter((cell) => cell !== null)
    if (missing.length === 0) return []
    const message = target.missing(missing.join('、'))
    return [{ row: row.seq, code: 'target-incomplete', severity: 'error', message, remedy: target.remedy }]
  })
  return [
    ...whole.map(
      (message): Finding => ({
        row: null,
        code: 'target-incomplete',
        severity: 'error',
        message,
        remedy: target.remedy,
      }),
    ),
    ...rows,
  ]
}

/** The points of the execution row and of all indicators together; cells without a number count nothing. */
export function weightSum(form: Form): string {
  const points = [form.budget[0]?.weight ?? '', ...form.indicators.map((row) => row.weight)]
  return points
    .reduce<Decimal>((sum, one) => (typeof one === 'number' ? sum.plus(one) : sum), new Decimal(0))
    .toFixed(2)
}

/** 0 to 100: the five dimensions together. */
export function assessmentTotal(assessment: AssessmentInput): number {
  const scores = Object.values(assessment.dimensions).map((one) => one.score)
  return scores.reduce((sum, score) => sum.plus(score), new Decimal(0)).toNumber()
}
