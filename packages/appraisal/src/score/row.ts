import { Decimal } from '@rongmei/kit'
import { baseValue, kindOf, type ParsedValue, parseValue } from '../grammar.ts'
import type { Indicator } from '../model.ts'
import type { RuleSet } from '../rules/types.ts'
import { print, printPoint } from './print.ts'
import { quantitativeScore } from './formula.ts'

/** What the engine could say about one row. */
export type RowStatus =
  /** the points follow from the formula */
  | 'computed'
  /** only a range follows: a qualitative row in a tier */
  | 'range'
  /** nothing follows; a person must look, and `note` says why */
  | 'ask'

/** One row's points, explained. Decimals are strings. */
export interface RowScore {
  seq: number
  name: string
  weight: string | null
  printed: string | null
  status: RowStatus
  computed: string | null
  /** lowest and highest points the rules allow */
  range: [string, string] | null
  formula: string
  inputs: Record<string, string>
  rounding: string
  source: string
  /** whether the printed points are what the rules give; null when that cannot be said */
  agrees: boolean | null
  note: string
}

/** Scores one indicator under a rule set. */
export function scoreRow(row: Indicator, rules: RuleSet): RowScore {
  const weight = decimalOf(row.weight)
  const base = { ...blank(row, rules), weight: typeof row.weight === 'number' ? printPoint(row.weight) : null }
  if (!weight) return { ...base, note: '没有分值，无法计分' }
  const target = parseValue(row.target)
  const actual = parseValue(row.actual)
  const kinds = [kindOf(row.target), kindOf(row.actual)]
  if (kinds.includes('blank')) return { ...base, note: '年度指标值或实际完成值为空' }
  if (kinds[0] === 'quantitative' && kinds[1] === 'quantitative') {
    return quantitative(base, row, weight, target, actual, rules)
  }
  if (kinds[0] === 'by-contract') return { ...base, note: '指标值在合同或制度中，需对照原件' }
  if (kinds[0] === 'quantitative') return { ...base, note: '指标值是数字而实际完成值不是，无法比较' }
  return qualitative(base, row, weight, rules)
}

function blank(row: Indicator, rules: RuleSet): RowScore {
  return {
    seq: row.seq,
    name: row.l3,
    weight: null,
    printed: typeof row.score === 'number' ? printPoint(row.score) : null,
    status: 'ask',
    computed: null,
    range: null,
    formula: '',
    inputs: { 年度指标值: row.target, 实际完成值: row.actual },
    rounding: `四舍五入到 ${rules.rounding.places} 位小数`,
    source: '',
    agrees: null,
    note: '',
  }
}

/** A point as a decimal; null for a cell that holds none. */
export function decimalOf(point: number | string | null): Decimal | null {
  return typeof point === 'number' ? new Decimal(point) : null
}

function quantitative(
  base: RowScore,
  row: Indicator,
  weight: Decimal,
  target: ParsedValue,
  actual: ParsedValue,
  rules: RuleSet,
): RowScore {
  const t = baseValue(target)
  const a = baseValue(actual)
  if (!t || !a) return base
  if (t.unit !== a.unit && t.unit !== '' && a.unit !== '') {
    return { ...base, note: `单位不同（${target.unit} 与 ${actual.unit}），无法比较` }
  }
  if (!settled(target, actual, t.value, a.value)) {
    return { ...base, note: `实际完成值「${row.actual}」是不等式，不足以判断是否达到「${row.target}」` }
  }
  const { points, formula, source } = quantitativeScore(target.op, t.value, a.value, weight, rules)
  const printed = decimalOf(row.score)
  const over = t.value.greaterThan(0) && a.value.greaterThanOrEqualTo(t.value.times(rules.overAchievement.from))
  const notes = [
    isBound(actual) ? '实际完成值是不等式而不是测量值，按其边界计算' : '',
    over && target.op !== '<=' && target.op !== '<' ? '远超指标值，需说明原因并检查指标值是否过低' : '',
  ]
  return {
    ...base,
    status: 'computed',
    computed: print(points),
    range: [print(points), print(points)],
    formula,
    inputs: { w: print(weight), t: t.value.toString(), a: a.value.toString() },
    source,
    agrees: printed ? printed.equals(points) : null,
    note: notes.filter((note) => note !== '').join('；'),
  }
}

function isBound(actual: ParsedValue): boolean {
  return actual.op !== null && actual.op !== '='
}

/** An actual that is itself an inequality proves only its bound: `>=95%` proves `>=90%`, not `<=99%`. */
function settled(target: ParsedValue, actual: ParsedValue, t: Decimal, a: Decimal): boolean {
  if (!isBound(actual)) return true
  const upward = actual.op === '>=' || actual.op === '>'
  const wantsUpward = target.op !== '<=' && target.op !== '<'
  if (upward !== wantsUpward) return false
  return upward ? a.greaterThanOrEqualTo(t) : a.lessThanOrEqualTo(t)
}

/** A qualitative row that reports its target lies in the first tier; any other words need a person. */
function qualitative(base: RowScore, row: Indicator, weight: Decimal, rules: RuleSet): RowScore {
  const same = row.target.normalize('NFKC').replace(/\s/g, '') === row.actual.normalize('NFKC').replace(/\s/g, '')
  const tier = rules.tiers.list[0]
  if (!same || !tier) return { ...base, note: '定性指标的实际完成值与指标值不同，需由人判定档次' }
  const low = weight.times(tier.from)
  const high = weight.times(tier.to)
  const printed = decimalOf(row.score)
  return {
    ...base,
    status: 'range',
    range: [print(low), print(high)],
    formula: `「${tier.name}」：${tier.from} × w 至 ${tier.to} × w`,
    inputs: { w: base.weight ?? '', 年度指标值: row.target, 实际完成值: row.actual },
    source: rules.tiers.source,
    agrees: printed ? printed.greaterThanOrEqualTo(low) && printed.lessThanOrEqualTo(high) : null,
  }
}
