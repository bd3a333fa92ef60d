import { Decimal, round } from '@rongmei/kit'
import { isCopied } from '../lint/rule.ts'
import type { Form } from '../model.ts'
import { allRuleSets } from '../rules/index.ts'
import { national } from '../rules/national.ts'
import type { ReverseVariant, RuleSet } from '../rules/types.ts'
import { gradeOf } from '../score/formula.ts'
import { print } from '../score/print.ts'
import { decimalOf, scoreRow } from '../score/row.ts'
import { type ExecutionBase, printedSums, scoreExecution, totalLine } from '../score/score.ts'
import { type FullMarks, fullMarks } from './full.ts'

/** A row whose points differ from the printed ones in a scenario. Decimals are strings. */
export interface ChangedRow {
  seq: number
  name: string
  weight: string
  printed: string
  points: string
  why: string
}

/** The form under one question. Decimals are strings; `total` is null when a point is missing. */
export interface Scenario {
  id: string
  name: string
  ruleSet: string
  base: ExecutionBase
  reverse: ReverseVariant
  execution: { rate: string | null; weight: string; points: string | null }
  rows: ChangedRow[]
  /** the claimed points carried over: measured rows by formula, all others with the share of the weight they claim */
  total: string | null
  grade: string | null
  /** what has not been checked about this rule set */
  unverified: string[]
}

export interface WhatIf {
  name: string
  /** the printed total of the form, by its own sum */
  printed: string | null
  scenarios: Scenario[]
  fullMarks: FullMarks[]
}

export interface WhatIfOptions {
  /** the rule set the form was scored under; national by default */
  rules?: RuleSet
  /** the other rule sets to try; all by default */
  others?: readonly RuleSet[]
}

const REVERSE: Record<ReverseVariant, string> = {
  linear: 'a ≤ t 得 w；t < a < 2t 得 w × (1 − (a − t) ÷ t)；a ≥ 2t 得 0',
  ratio: 'a ≤ t 得 w，否则 w × t ÷ a',
}

/**
 * Asks of a form: under other rules? against 年初预算? with the other reverse formula? and what would full marks need?
 * Where a rule set weighs the levels otherwise, the rows of a level keep their proportions.
 */
export function whatIf(form: Form, options: WhatIfOptions = {}): WhatIf {
  const rules = options.rules ?? national
  const other: ReverseVariant = rules.reverse.variant === 'linear' ? 'ratio' : 'linear'
  const turned: RuleSet = { ...rules, reverse: { ...rules.reverse, variant: other, formula: REVERSE[other] } }
  const variant = other === 'linear' ? 'A' : 'B'
  return {
    name: form.name,
    printed: printedSums(form).scoreSum,
    scenarios: [
      scenario(form, rules, { id: 'stored', name: `按 ${rules.document}` }),
      scenario(form, rules, { id: 'year-start', name: '执行率对年初预算数', base: 'yearStart' }),
      scenario(form, turned, { id: `reverse-${other}`, name: `反向指标改用算法 ${variant}（${REVERSE[other]}）` }),
      ...(options.others ?? allRuleSets)
        .filter((set) => set.id !== rules.id)
        .map((set) => scenario(form, set, { id: set.id, name: set.name, rescale: true })),
    ],
    fullMarks: fullMarks(form, rules),
  }
}

function scenario(
  form: Form,
  rules: RuleSet,
  question: { id: string; name: string; base?: ExecutionBase; rescale?: boolean },
): Scenario {
  const base = question.base ?? 'fullYear'
  const own = question.rescale ? null : decimalOf(totalLine(form)?.weight ?? null)
  const weight = own ?? new Decimal(rules.execution.weight)
  const bare: Form = { ...form, budget: form.budget.map((line) => ({ ...line, weight: weight.toNumber() })) }
  const execution = scoreExecution(bare, rules, base)
  const factors = question.rescale ? weightFactors(form, rules) : new Map<string, Decimal>()
  const rows: ChangedRow[] = []
  let total = execution.computed === null ? null : new Decimal(execution.computed)
  for (const row of form.indicators) {
    const claimed = decimalOf(row.score)
    const points = claimed ? pointsOf(row, claimed, factors.get(row.l1) ?? new Decimal(1), rules) : null
    total = total && points ? total.plus(points.points) : null
    if (points && claimed && !points.points.equals(claimed)) {
      rows.push({
        seq: row.seq,
        name: row.l3,
        weight: points.weight,
        printed: print(claimed),
        points: print(points.points),
        why: points.why,
      })
    }
  }
  return {
    id: question.id,
    name: question.name,
    ruleSet: rules.id,
    base,
    reverse: rules.reverse.variant,
    execution: { rate: execution.rate, weight: print(weight), points: execution.computed },
    rows,
    total: total ? print(total) : null,
    grade: total ? gradeOf(total, rules) : null,
    unverified: rules.unverified,
  }
}

function pointsOf(
  row: Form['indicators'][number],
  claimed: Decimal,
  factor: Decimal,
  rules: RuleSet,
): { points: Decimal; weight: string; why: string } {
  const places = rules.rounding.places
  const printed = decimalOf(row.weight)
  const weight = printed ? round(printed.times(factor), places) : null
  const text = weight ? print(weight) : '—'
  if (weight && !isCopied(row)) {
    const score = scoreRow({ ...row, weight: weight.toNumber() }, rules)
    if (score.status === 'computed' && score.computed !== null) {
      return { points: new Decimal(score.computed), weight: text, why: score.formula }
    }
  }
  const why = factor.equals(1) ? '' : `分值按一级指标权重换算（× ${round(factor, 4).toString()}），得分率不变`
  return { points: round(claimed.times(factor), places), weight: text, why }
}

/** By how much the weights of each level 1 grow or shrink under a rule set; 1 where the form prints no weights. */
function weightFactors(form: Form, rules: RuleSet): Map<string, Decimal> {
  const factors = new Map<string, Decimal>()
  for (const { dimension, weight, dimensions = [dimension] } of rules.weights) {
    let sum = new Decimal(0)
    for (const row of form.indicators) {
      if (dimensions.includes(row.l1)) sum = sum.plus(decimalOf(row.weight) ?? 0)
    }
    if (sum.isZero()) continue
    for (const name of dimensions) factors.set(name, new Decimal(weight).div(sum))
  }
  return factors
}
