import { Decimal } from '@rongmei/kit'

export type Operator = '>=' | '<=' | '>' | '<' | '='

/** quantitative: a number; by-contract: fixed elsewhere (按合同约定); qualitative: any other words. */
export type ValueKind = 'quantitative' | 'qualitative' | 'by-contract' | 'blank'

/** A target or an actual, taken apart. `value` is null unless the whole cell is one number with a known unit. */
export interface ParsedValue {
  readonly op: Operator | null
  readonly value: Decimal | null
  readonly unit: string
  readonly raw: string
}

/** Spelled and drawn operators, longest first within their first character. */
const OPERATORS: [RegExp, Operator][] = [
  [/^(>=|=>|≥|≧|⩾|大于(或)?等于|不少于|不低于|不小于|至少|达到)/, '>='],
  [/^(<=|=<|≤|≦|⩽|小于(或)?等于|不超过|不高于|不大于|不多于|至多)/, '<='],
  [/^(>|大于|高于|超过|多于)/, '>'],
  [/^(<|小于|低于|少于)/, '<'],
  [/^(==?|═|等于)/, '='],
]

const SUFFIXES: [RegExp, Operator][] = [
  [/(及以上|\(含\)以上|以上)$/, '>='],
  [/(及以下|\(含\)以下|以下|以内|之内)$/, '<='],
]

/** A cell longer than this is words. */
const LONGEST = 60

const UNIT =
  /^(?:[百千万亿]?(?:%|‰|百分比|次|个月|月|小时|时|分钟|分|秒|天|日|个?工作日|周|个?季度|年|场次|场|人次|人|名|元|篇|条|件|个|台|套|期|家|户|份|册|辆|项|批|页|版|组|站|处|座|所|吨|度|平方米|公里|米)?)(?:\/[一-龥]{1,3})?$/

/**
 * Reads a target or an actual: operator, number, unit. The raw text is kept; NFKC is for comparison only, so full-width
 * digits and operators read like their narrow forms. Operators and units as listed in appraisal.md 5.2.
 *
 * @example parseValue('≥９５％') // { op: '>=', value: 95, unit: '%', raw: '≥９５％' }
 */
export function parseValue(raw: string): ParsedValue {
  if (raw.length > LONGEST) return { op: null, value: null, unit: '', raw }
  const known = memory.get(raw)
  if (known) return known
  const parsed = parse(raw)
  if (memory.size >= REMEMBERED) memory.clear()
  memory.set(raw, parsed)
  return parsed
}

/** Forms repeat a few hundred values (及时, >=95%), and several rules ask about each. */
const memory = new Map<string, ParsedValue>()
const REMEMBERED = 2000

function parse(raw: string): ParsedValue {
  const none: ParsedValue = { op: null, value: null, unit: '', raw }
  const wide = raw.normalize('NFKC')
  if (wide.length > LONGEST || /\d\s+\d/.test(wide)) return none // two numbers, or prose
  let text = wide.replace(/\s/g, '')
  let op: Operator | null = null
  for (const [pattern, operator] of OPERATORS) {
    const hit = pattern.exec(text)
    if (!hit) continue
    op = operator
    text = text.slice(hit[0].length)
    break
  }
  for (const [pattern, operator] of op === null ? SUFFIXES : []) {
    if (!pattern.test(text)) continue
    op = operator
    text = text.replace(pattern, '')
    break
  }
  const hit = /^(-?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?)(.*)$/.exec(text)
  if (!hit || !UNIT.test(hit[2] ?? '')) return none
  return { op, value: new Decimal((hit[1] ?? '').replaceAll(',', '')), unit: hit[2] ?? '', raw }
}

/** Whether the cell holds a number, a reference to a contract or a plan, or words. */
export function kindOf(raw: string): ValueKind {
  if (raw.trim() === '') return 'blank'
  if (parseValue(raw).value) return 'quantitative'
  return /^(按|依|根据|详见|见).*(合同|协议|约定|实际|制度|标准|计划|方案)/.test(raw) ? 'by-contract' : 'qualitative'
}

const SCALE: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/**
 * The value in its base unit, so that `5万次` and `48,000次` compare; `%` stays as printed.
 *
 * @returns null when the cell is no number
 */
export function baseValue(parsed: ParsedValue): { value: Decimal; unit: string } | null {
  if (!parsed.value) return null
  const first = parsed.unit === '百分比' ? '' : parsed.unit.charAt(0)
  const scale = SCALE[first]
  const unit = scale ? parsed.unit.slice(1) : parsed.unit
  const plain = unit === '百分比' ? '%' : unit.replace(/^个(?=月|季度)/, '')
  return { value: scale ? parsed.value.times(scale) : parsed.value, unit: plain }
}

const LOWER_IS_BETTER =
  /事故|故障|投诉|差错|错误|错别字|空岗|非岗|缺岗|闲置率|枯萎率|流失率|损耗|停播|劣播|错播|中断|超支|违规|违纪|病毒|漏洞|发生率|退稿|逾期/

/** Words that make a "bad" thing good again: 投诉处理率, 故障修复率, 事故防范. */
const TURNED = /(处理|处置|修复|解决|排除|整改|办结|回复|响应|防范|预防)[^，、]*(率|度|性|时间|速度)?$/

/** Which direction is better, judged from the indicator's name. */
export function polarity(name: string): 'higher' | 'lower' {
  return LOWER_IS_BETTER.test(name) && !TURNED.test(name) ? 'lower' : 'higher'
}
