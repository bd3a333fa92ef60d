import { Decimal, round } from '@rongmei/kit'
import type { Operator } from '../grammar.ts'
import type { ReverseVariant, RuleSet } from '../rules/types.ts'

const ZERO = new Decimal(0)

/**
 * Points of the execution row: `min(S/B, 1) × w`.
 *
 * @param spent 全年执行数 and @param budget the base, in the same unit
 * @returns null when there is no budget: then there is no score, and a person is asked
 */
export function executionScore(spent: Decimal, budget: Decimal, weight: Decimal, places = 2): Decimal | null {
  if (budget.lessThanOrEqualTo(0) || spent.lessThan(0)) return null
  return round(Decimal.min(spent.div(budget), 1).times(weight), places)
}

/** Points and the formula that gave them. */
export interface Points {
  points: Decimal
  formula: string
  source: string
}

/**
 * Points of a quantitative row before rounding to the rule set's places, always within [0, weight], equal to the
 * weight at the target, and monotone in the actual.
 *
 * @param op the target's operator; a bare number counts as `=`
 */
export function quantitativeScore(
  op: Operator | null,
  target: Decimal,
  actual: Decimal,
  weight: Decimal,
  rules: RuleSet,
): Points {
  if (op === '<=' || op === '<') {
    const points = reverse(target, actual, weight, rules.reverse.variant)
    return { points: clamp(points, weight, rules), formula: rules.reverse.formula, source: rules.reverse.source }
  }
  if (op !== '>=' && op !== '>' && target.isZero()) {
    const points = actual.lessThanOrEqualTo(0) ? weight : ZERO
    return { points, formula: rules.zero.formula, source: rules.zero.source }
  }
  const met = actual.greaterThanOrEqualTo(target)
  const points = met ? weight : target.greaterThan(0) ? weight.times(actual).div(target) : ZERO
  return { points: clamp(points, weight, rules), formula: rules.positive.formula, source: rules.positive.source }
}

function reverse(target: Decimal, actual: Decimal, weight: Decimal, variant: ReverseVariant): Decimal {
  if (actual.lessThanOrEqualTo(target)) return weight
  if (target.lessThanOrEqualTo(0)) return ZERO
  if (variant === 'ratio') return weight.times(target).div(actual)
  if (actual.greaterThanOrEqualTo(target.times(2))) return ZERO
  return weight.times(new Decimal(1).minus(actual.minus(target).div(target)))
}

function clamp(points: Decimal, weight: Decimal, rules: RuleSet): Decimal {
  const rounded = round(points, rules.rounding.places)
  return Decimal.max(ZERO, Decimal.min(weight, rounded))
}

/** The grade of a total, lower bounds inclusive; null below every bound. */
export function gradeOf(total: Decimal, rules: RuleSet): string | null {
  return rules.grades.list.find((grade) => total.greaterThanOrEqualTo(grade.from))?.name ?? null
}
