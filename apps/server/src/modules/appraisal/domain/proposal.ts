import { type Form, kindOf, parseValue, type RowScore, type RuleSet, scoreForm } from '@rongmei/appraisal'
import { Decimal, round } from '@rongmei/kit'

export const OPS = ['>=', '<=', '>', '<'] as const
export type Op = (typeof OPS)[number]

/** What meets a target that is written in words (提高, 良好, 是): declared on the link, else the measure's own. */
export type Threshold = { op: Op; value: Decimal }

/** A measured value with the text its cell shows. */
export type Actual = { value: Decimal; text: string }

/**
 * What follows from a measured value: whether the target is met, the points the rules give, and why.
 * `met` and `points` are null when that cannot be said; `explanation` then says what a person has to decide.
 */
export type Proposal = { met: boolean | null; points: string | null; explanation: string }

type Row = Form['indicators'][number]

/**
 * Scores one row of a form with a measured value in place of the reported one. A target with a number is scored by the
 * form's rule set (定量指标, 财预〔2020〕10号 第十六条); a target in words is compared with its threshold.
 */
export function proposeMeasured(
  form: Form,
  row: Row,
  rules: RuleSet,
  actual: Actual,
  threshold: Threshold | null,
): Proposal {
  return kindOf(row.target) === 'quantitative'
    ? quantitative(form, { ...row, actual: actual.text }, rules)
    : inWords(row, rules, actual, threshold)
}

/** Scores one row with a value that a person typed. Words are for a person to judge, so they propose no points. */
export function proposeTyped(form: Form, row: Row, rules: RuleSet, typed: string): Proposal {
  return quantitative(form, { ...row, actual: typed }, rules)
}

function quantitative(form: Form, row: Row, rules: RuleSet): Proposal {
  const scored = scoreForm({ ...form, indicators: [row] }, rules).rows[0]
  if (!scored) return { met: null, points: null, explanation: '' }
  if (scored.status !== 'computed' || scored.computed === null) {
    const range = scored.range ? `；得分应在 ${scored.range[0]} 至 ${scored.range[1]} 之间` : ''
    return { met: null, points: null, explanation: `${scored.note || scored.formula}${range}` }
  }
  const inputs = Object.entries(scored.inputs).map(([name, value]) => `${name} = ${value}`)
  const notes = scored.note === '' ? [] : [scored.note]
  const explanation = [scored.formula, inputs.join('，'), scored.rounding, ...notes, `依据：${scored.source}`].join(
    '；',
  )
  return { met: meetsTarget(row.target, scored), points: scored.computed, explanation }
}

/** Whether the target is met, from the very numbers the rules were applied to (both in the same base unit). */
function meetsTarget(target: string, scored: RowScore): boolean | null {
  const { t, a } = scored.inputs
  if (t === undefined || a === undefined) return null
  const [limit, value] = [new Decimal(t), new Decimal(a)]
  const { op } = parseValue(target)
  if (op === '<=' || (op === '=' && limit.isZero())) return value.lessThanOrEqualTo(limit)
  if (op === '<') return value.lessThan(limit)
  return op === '>' ? value.greaterThan(limit) : value.greaterThanOrEqualTo(limit)
}

const WORDS: Record<Op, string> = { '>=': '不低于', '>': '高于', '<=': '不高于', '<': '低于' }

/**
 * A target in words. Met: full points. Not met: in proportion to the threshold, but below the tier 达成 (0.8 w), into
 * which an unmet qualitative row may not come; a person fixes the tier.
 */
function inWords(row: Row, rules: RuleSet, actual: Actual, threshold: Threshold | null): Proposal {
  if (!threshold) return { met: null, points: null, explanation: `目标「${row.target}」是文字，没有约定达标标准` }
  const met = compare(actual.value, threshold)
  const standard = `目标「${row.target}」的达标标准：${WORDS[threshold.op]} ${threshold.value.toString()}`
  const weight = typeof row.weight === 'number' ? new Decimal(row.weight) : null
  const tier = rules.tiers.list[0]
  if (!weight || !tier) return { met, points: null, explanation: `${standard}；没有分值，无法计分` }
  const sure = `计算值 ${actual.text}`
  if (met) {
    const points = weight.toFixed(Math.max(2, weight.decimalPlaces()))
    return { met, points, explanation: `${standard}；${sure}，已达到，得 w = ${points}；依据：${rules.tiers.source}` }
  }
  const ceiling = weight.times(tier.from).minus(new Decimal(10).pow(-rules.rounding.places))
  const share = shareOf(actual.value, threshold)
  const points = round(
    Decimal.max(0, Decimal.min(share ? weight.times(share) : ceiling, ceiling)),
    rules.rounding.places,
  )
  const basis = share ? '按接近标准的程度折算' : '无法折算比例'
  const explanation = `${standard}；${sure}，未达到，${basis}，且须低于 ${tier.from} × w，建议 ${points.toFixed(2)}，档次由人判定；依据：${rules.tiers.source}`
  return { met, points: points.toFixed(2), explanation }
}

function compare(value: Decimal, { op, value: limit }: Threshold): boolean {
  if (op === '>=') return value.greaterThanOrEqualTo(limit)
  if (op === '>') return value.greaterThan(limit)
  return op === '<=' ? value.lessThanOrEqualTo(limit) : value.lessThan(limit)
}

/** How near an unmet value is to its limit, 0–1; null where there is no proportion (a limit of 0, a value below 0). */
function shareOf(value: Decimal, { op, value: limit }: Threshold): Decimal | null {
  if (limit.lessThanOrEqualTo(0)) return null
  if (op === '>=' || op === '>') return Decimal.max(0, value.div(limit))
  return value.isZero() ? null : limit.div(value)
}
