import { Decimal, round } from '@rongmei/kit'
import type { BudgetLine, Form } from '../model.ts'
import type { RuleSet } from '../rules/types.ts'
import { executionScore, gradeOf } from './formula.ts'
import { print } from './print.ts'
import { type RowScore, decimalOf, scoreRow } from './row.ts'

/** Which budget execution is measured against; the rule says 全年预算数, `yearStart` is the question "and without the adjustment?" */
export type ExecutionBase = 'fullYear' | 'yearStart'

/** The execution row, explained. Rates are percentages with two places, as printed under 执行率. */
export interface ExecutionScore {
  base: ExecutionBase
  rate: string | null
  weight: string | null
  printed: string | null
  computed: string | null
  formula: string
  inputs: Record<string, string>
  source: string
  agrees: boolean | null
  note: string
}

/** Sums of the printed points, the execution row included, against the printed total. Null: a point is missing. */
export interface PrintedSums {
  weightSum: string | null
  scoreSum: string | null
  statedTotal: string | null
  agrees: boolean | null
}

/** A whole form, scored. `possible` is the range of totals the rules allow where rows are qualitative. */
export interface FormScore {
  ruleSet: string
  execution: ExecutionScore
  rows: RowScore[]
  printed: PrintedSums
  possible: [string, string] | null
  grade: string | null
}

/**
 * Scores a form under a rule set: every point with formula, inputs, rounding and source, and the printed sums beside
 * what the rules give. Nothing printed is adopted: a stated total that does not add up is reported.
 */
export function scoreForm(form: Form, rules: RuleSet, options: { base?: ExecutionBase } = {}): FormScore {
  const execution = scoreExecution(form, rules, options.base)
  const rows = form.indicators.map((row) => scoreRow(row, rules))
  const printed = printedSums(form)
  return {
    ruleSet: rules.id,
    execution,
    rows,
    printed,
    possible: possibleTotal(execution, rows),
    grade: gradeOfForm(form, printed, rules),
  }
}

/** A sum without the execution row is no total, so it has no grade, unless the stated total says that it is one. */
function gradeOfForm(form: Form, printed: PrintedSums, rules: RuleSet): string | null {
  const isTotal = totalLine(form) !== null || printed.agrees === true
  return printed.scoreSum !== null && isTotal ? gradeOf(new Decimal(printed.scoreSum), rules) : null
}

/** The row 年度资金总额, or the first row of the money block. */
export function totalLine(form: Form): BudgetLine | null {
  return form.budget.find((line) => /资金总额/.test(line.source)) ?? form.budget[0] ?? null
}

/** Scores the execution row alone. */
export function scoreExecution(form: Form, rules: RuleSet, base: ExecutionBase = 'fullYear'): ExecutionScore {
  const line = totalLine(form)
  const printed = line ? decimalOf(line.score) : null
  const weight = (line ? decimalOf(line.weight) : null) ?? new Decimal(rules.execution.weight)
  const result: ExecutionScore = {
    base,
    rate: null,
    weight: line ? print(weight) : null,
    printed: printed ? print(printed) : null,
    computed: null,
    formula: rules.execution.formula,
    inputs: {},
    source: rules.execution.source,
    agrees: null,
    note: '',
  }
  const budget = line?.[base].fen ?? null
  const spent = line?.executed.fen ?? null
  if (budget === null || spent === null) return { ...result, note: '没有预算数或执行数，无法计算执行率' }
  const points = executionScore(new Decimal(spent), new Decimal(budget), weight, rules.rounding.places)
  if (!points) return { ...result, note: '预算数为零，执行率没有意义，请说明' }
  const inputs = { w: print(weight), S: yuan(spent), B: yuan(budget) }
  return {
    ...result,
    rate: round(new Decimal(spent).div(budget).times(100)).toFixed(2),
    computed: print(points),
    inputs,
    agrees: printed ? printed.equals(points) : null,
  }
}

function yuan(fen: number): string {
  return new Decimal(fen).div(100).toFixed(2)
}

/**
 * Adds up what is printed. A sum is null when a cell it needs holds no number; `agrees` is null when a sum or the
 * stated total is missing, or when the form has no execution row and its rows alone do not reach the total.
 */
export function printedSums(form: Form): PrintedSums {
  const line = totalLine(form)
  const weights = [...(line ? [line.weight] : []), ...form.indicators.map((row) => row.weight)]
  const scores = [...(line ? [line.score] : []), ...form.indicators.map((row) => row.score)]
  const weightSum = sum(weights)
  const scoreSum = sum(scores)
  const stated = statedDecimal(form.statedTotal)
  let agrees: boolean | null = null
  if (scoreSum && stated) {
    const statedWeight = decimalOf(form.statedTotalWeight)
    const weightAgrees = !statedWeight || !weightSum || weightSum.equals(statedWeight)
    agrees = scoreSum.equals(stated) && weightAgrees
    if (!agrees && !line) agrees = null
  }
  return {
    weightSum: weightSum ? print(weightSum) : null,
    scoreSum: scoreSum ? print(scoreSum) : null,
    statedTotal: stated ? plainNumber(form.statedTotal) : null,
    agrees,
  }
}

function sum(points: (number | string)[]): Decimal | null {
  if (points.length === 0) return null
  const hundredths = wholeHundredths(points)
  if (hundredths !== null) return new Decimal(hundredths).div(100)
  let total = new Decimal(0)
  for (const point of points) {
    const value = decimalOf(point)
    if (!value) return null
    total = total.plus(value)
  }
  return total
}

/**
 * The sum in hundredths as an exact integer, when every point is a number of at most two decimals, as nearly all are:
 * twenty times faster than decimals one by one. Null otherwise.
 */
function wholeHundredths(points: (number | string)[]): number | null {
  let total = 0
  for (const point of points) {
    if (typeof point !== 'number') return null
    const scaled = point * 100
    const whole = Math.round(scaled)
    // a printed point has at most six decimals, so a third one shows as 0.1 here and never as less than 0.0001
    if (Math.abs(scaled - whole) > 1e-6 || whole > 1e12) return null
    total += whole
  }
  return total
}

function statedDecimal(stated: string | null): Decimal | null {
  const text = plainNumber(stated)
  return /^\d{1,6}(\.\d{1,6})?$/.test(text) ? new Decimal(text) : null
}

/** The digits as printed, in narrow form and without 分. */
function plainNumber(text: string | null): string {
  return text?.normalize('NFKC').replace(/\s|分$/g, '') ?? ''
}

function possibleTotal(execution: ExecutionScore, rows: RowScore[]): [string, string] | null {
  if (execution.computed === null || rows.some((row) => row.weight === null)) return null
  let low = new Decimal(execution.computed)
  let high = low
  for (const row of rows) {
    low = low.plus(row.range?.[0] ?? 0)
    high = high.plus(row.range?.[1] ?? row.weight ?? 0)
  }
  return [print(low), print(high)]
}
