import { Decimal, round } from '@rongmei/kit'
import { baseValue, type Operator, parseValue, polarity } from '../grammar.ts'
import { core } from '../lint/similar.ts'
import { isCopied } from '../lint/rule.ts'
import type { Form, Indicator } from '../model.ts'

/** What one year says about an indicator. `ratio` is actual ÷ target as a decimal string; null where not measured. */
export interface YearResult {
  year: number | null
  target: string
  actual: string
  value: string | null
  ratio: string | null
  met: boolean | null
  copied: boolean
}

/** Five numbers of a distribution and how many values it has; decimals as strings. */
export interface Distribution {
  n: number
  values: string[]
  min: string
  lower: string
  median: string
  upper: string
  max: string
}

export interface Proposal {
  op: Operator
  value: string
  unit: string
  /** why this value, in Chinese */
  basis: string
  /** fewer than three values are no distribution: then a person decides */
  sure: boolean
  data: Distribution
}

export type Verdict = '指标值过低' | '指标值过高' | '无区分度' | '无法测量' | '适中' | '数据不足'

export interface Calibration {
  project: string
  name: string
  l2: string
  history: YearResult[]
  verdict: Verdict
  message: string
  proposal: Proposal | null
}

/** From this share of the target on, every year: the target is too low (appraisal.md 1.4, the blue light of Shanxi). */
const TOO_LOW = '1.2'
const FEWEST_YEARS = 2
const FEWEST_VALUES = 3

/**
 * Attainment of every indicator over the years, what that says about its target, and a target that the measured values
 * would support. Forms of one project are told together by name, rows by name; order does not matter.
 *
 * @param forms of any projects and years
 */
export function calibrate(forms: readonly Form[]): Calibration[] {
  const groups = new Map<string, { form: Form; row: Indicator }[]>()
  for (const form of forms.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))) {
    for (const row of form.indicators) {
      const key = `${core(form.name)}\n${core(row.l3)}`
      const group = groups.get(key)
      if (group) group.push({ form, row })
      else groups.set(key, [{ form, row }])
    }
  }
  return [...groups.values()].map((rows) => calibration(rows))
}

function calibration(rows: { form: Form; row: Indicator }[]): Calibration {
  const history = rows.map(({ form, row }) => yearResult(form.year, row))
  const last = rows.at(-1)
  const name = last?.row.l3 ?? ''
  const falls = fallsOf(name, last?.row.target ?? '')
  const verdict = verdictOf(history, falls)
  const values = history.flatMap((year) => (year.value === null ? [] : [new Decimal(year.value)]))
  const unit =
    baseValue(parseValue(last?.row.target ?? ''))?.unit ?? baseValue(parseValue(last?.row.actual ?? ''))?.unit
  return {
    project: last?.form.name ?? '',
    name,
    l2: last?.row.l2 ?? '',
    history,
    verdict,
    message: messageOf(verdict, history),
    proposal: values.length > 0 ? proposeTarget(values, { falls, unit: unit ?? '' }) : null,
  }
}

function fallsOf(name: string, target: string): boolean {
  const { op } = parseValue(target)
  return op === '<=' || op === '<' || (op === null && polarity(name) === 'lower')
}

/** Only a number is a measurement: an inequality repeats the target. */
function yearResult(year: number | null, row: Indicator): YearResult {
  const [target, actual] = [parseValue(row.target), parseValue(row.actual)]
  const [t, a] = [baseValue(target), baseValue(actual)]
  const measured = a !== null && (actual.op === null || actual.op === '=') ? a : null
  const comparable =
    t !== null && measured !== null && (t.unit === measured.unit || t.unit === '' || measured.unit === '')
  const falls = fallsOf(row.l3, row.target)
  return {
    year,
    target: row.target,
    actual: row.actual,
    value: measured ? measured.value.toString() : null,
    ratio: comparable && !t.value.isZero() ? round(measured.value.div(t.value), 4).toString() : null,
    met: comparable
      ? falls
        ? measured.value.lessThanOrEqualTo(t.value)
        : measured.value.greaterThanOrEqualTo(t.value)
      : null,
    copied: isCopied(row),
  }
}

function verdictOf(history: YearResult[], falls: boolean): Verdict {
  if (history.length < FEWEST_YEARS) return '数据不足'
  if (history.every((year) => year.copied)) return '无区分度'
  const told = history.filter((year) => year.met !== null)
  if (told.length === 0) return '无法测量'
  if (told.length < FEWEST_YEARS) return '数据不足'
  if (told.every((year) => year.met === false)) return '指标值过高'
  const far = (ratio: Decimal): boolean =>
    falls ? ratio.lessThanOrEqualTo(new Decimal(1).div(TOO_LOW)) : ratio.greaterThanOrEqualTo(TOO_LOW)
  if (told.every((year) => year.ratio !== null && far(new Decimal(year.ratio)))) return '指标值过低'
  return told.every((year) => year.ratio === '1') ? '无区分度' : '适中'
}

function messageOf(verdict: Verdict, history: YearResult[]): string {
  const years = `${history.length} 年`
  const ratios = history.flatMap((year) => (year.ratio === null ? [] : [percent(year.ratio)]))
  switch (verdict) {
    case '指标值过低':
      return `${years}完成率均远超指标值（${ratios.join('、')}），指标值过低`
    case '指标值过高':
      return `${years}均未达到指标值（${ratios.join('、')}），指标值过高或措施无效`
    case '无区分度':
      return `${years}完成值与指标值始终相同，没有区分度`
    case '无法测量':
      return `${years}都没有测得的数值，无法校准`
    case '适中':
      return `${years}完成率 ${ratios.join('、')}`
    default:
      return '不足两年的数据，无法判断'
  }
}

function percent(ratio: string): string {
  return `${round(new Decimal(ratio).times(100), 1).toString()}%`
}

/**
 * A target that three of four measured values reach: the lower quartile where more is better, the upper where less is.
 *
 * @param values measured values in one unit, of years or of shorter periods
 * @throws RangeError without values
 */
export function proposeTarget(values: readonly Decimal[], of: { falls: boolean; unit: string }): Proposal {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = values.toSorted((a, b) => a.comparedTo(b))
  const data: Distribution = {
    n: sorted.length,
    values: values.map((value) => value.toString()),
    min: quantile(sorted, 0).toString(),
    lower: quantile(sorted, 0.25).toString(),
    median: quantile(sorted, 0.5).toString(),
    upper: quantile(sorted, 0.75).toString(),
    max: quantile(sorted, 1).toString(),
  }
  const places = Math.max(...values.map((value) => value.decimalPlaces()))
  const value = round(quantile(sorted, of.falls ? 0.75 : 0.25), places)
  const sure = sorted.length >= FEWEST_VALUES
  const share = of.falls ? '上四分位数' : '下四分位数'
  return {
    op: of.falls ? '<=' : '>=',
    value: value.toString(),
    unit: of.unit,
    basis: `${sorted.length} 个测得值的${share}（中位数 ${data.median}，最小 ${data.min}，最大 ${data.max}）${sure ? '' : '；数据太少，仅供参考'}`,
    sure,
    data,
  }
}

/** Linear between neighbours (type 7, as spreadsheets have it). */
function quantile(sorted: readonly Decimal[], share: number): Decimal {
  const at = new Decimal(share).times(sorted.length - 1)
  const low = at.floor().toNumber()
  const [x, y] = [sorted[low] ?? new Decimal(0), sorted[Math.min(low + 1, sorted.length - 1)] ?? new Decimal(0)]
  return x.plus(y.minus(x).times(at.minus(low)))
}
