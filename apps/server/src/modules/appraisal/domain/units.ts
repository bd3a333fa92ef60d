import { baseValue, parseValue } from '@rongmei/appraisal'
import { type Expression, printExpression } from './expression.ts'

/** Exponents by unit: 次 ÷ 月 is `{ 次: 1, 月: -1 }`, a share is empty. null: a bare number, which takes any unit. */
export type Unit = Readonly<Record<string, number>> | null

export type UnitCheck = { ok: true; unit: Unit } | { ok: false; why: string }

/** The unit of an operand as its measure declares it; a share has none. */
export function unitFrom(text: string): Unit {
  return text === '' || text === '%' ? {} : { [text]: 1 }
}

/**
 * The unit of a formula: what is added or subtracted must have one unit, × and ÷ combine them.
 *
 * @param units of the operands
 */
export function checkUnits(node: Expression, units: ReadonlyMap<string, Unit>): UnitCheck {
  if (node.kind === 'number') return { ok: true, unit: null }
  if (node.kind === 'name') return { ok: true, unit: units.get(node.name) ?? null }
  if (node.kind === 'minus') return checkUnits(node.of, units)
  const left = checkUnits(node.left, units)
  if (!left.ok) return left
  const right = checkUnits(node.right, units)
  if (!right.ok) return right
  if (node.op === '×' || node.op === '÷') {
    return { ok: true, unit: combine(left.unit, right.unit, node.op === '×' ? 1 : -1) }
  }
  if (left.unit === null) return right
  if (right.unit === null || unitText(left.unit) === unitText(right.unit)) return left
  const told = (part: Expression, unit: Unit) => `「${printExpression(part, (name) => name)}」${unitWords(unit)}`
  const verb = node.op === '+' ? '相加' : '相减'
  return { ok: false, why: `${told(node.left, left.unit)}，${told(node.right, right.unit)}，单位不同，不能${verb}` }
}

function combine(left: Unit, right: Unit, sign: 1 | -1): Unit {
  if (left === null && right === null) return null
  const sum: Record<string, number> = { ...left }
  for (const [name, power] of Object.entries(right ?? {})) {
    const now = (sum[name] ?? 0) + sign * power
    if (now === 0) delete sum[name]
    else sum[name] = now
  }
  return sum
}

/** As it is printed behind a number: `次`, `次/月`, nothing for a share. */
export function unitText(unit: Unit): string {
  const entries = Object.entries(unit ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const side = (of: [string, number][]) =>
    of.map(([name, power]) => (Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}`)).join('·')
  const above = side(entries.filter(([, power]) => power > 0))
  const below = side(entries.filter(([, power]) => power < 0))
  return below === '' ? above : `${above || '1'}/${below}`
}

const unitWords = (unit: Unit) => (unitText(unit) === '' ? '没有单位（占比或比值）' : `的单位是${unitText(unit)}`)

/**
 * Why a value cannot be held against a target, in a sentence; null where it can, or where the target is words.
 *
 * @example unitProblem('12个月', '97.35%') // '指标值「12个月」的单位是月，…'
 */
export function unitProblem(target: string, value: string): string | null {
  const [wanted, given] = [baseValue(parseValue(target)), baseValue(parseValue(value))]
  if (!wanted || !given || wanted.unit === given.unit) return null
  const named = (unit: string) => (unit === '' ? '没有单位' : `的单位是${unit}`)
  return `指标值「${target}」${named(wanted.unit)}，计算值「${value}」${named(given.unit)}，两者不能比较；请换度量或改公式`
}
