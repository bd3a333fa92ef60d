import { Decimal } from '@rongmei/kit'
import type { Expression } from './expression.ts'

/** The value of a formula, or why there is none, in Chinese. */
export type Evaluated = { ok: true; value: Decimal } | { ok: false; why: string }

/** Works a formula out with exact decimals. @param values of the operands; null where there was nothing to measure */
export function evaluate(node: Expression, values: ReadonlyMap<string, Decimal | null>): Evaluated {
  if (node.kind === 'number') return { ok: true, value: new Decimal(node.text) }
  if (node.kind === 'name') {
    const value = values.get(node.name) ?? null
    return value === null ? { ok: false, why: `${node.name} 没有可计算的记录` } : { ok: true, value }
  }
  if (node.kind === 'minus') {
    const of = evaluate(node.of, values)
    return of.ok ? { ok: true, value: of.value.negated() } : of
  }
  const left = evaluate(node.left, values)
  if (!left.ok) return left
  const right = evaluate(node.right, values)
  if (!right.ok) return right
  if (node.op === '÷' && right.value.isZero()) return { ok: false, why: '除数为 0' }
  return { ok: true, value: apply(node.op, left.value, right.value) }
}

function apply(op: '+' | '−' | '×' | '÷', left: Decimal, right: Decimal): Decimal {
  if (op === '+') return left.plus(right)
  if (op === '−') return left.minus(right)
  return op === '×' ? left.times(right) : left.div(right)
}
