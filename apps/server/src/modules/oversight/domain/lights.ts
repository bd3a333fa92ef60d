import type { Light } from '@rongmei/contract'
import type { Decimal } from '@rongmei/kit'

/** What of an indicator decides its light. */
export type Lit = {
  /** 数量/效益/满意度 are judged by pace; 质量/时效/成本 and reverse ones by being inside or outside. */
  by: 'pace' | 'inside' | 'words'
  target: Decimal | null
  actual: Decimal | null
  op: '>=' | '<=' | '>' | '<' | '='
  /** For targets in words. */
  met: boolean | null
}

/** 山西 monitoring rule (appraisal.md 1.4), as data: share of the pace from which a light burns, dearest first. */
export const PACE: readonly { from: string; light: Light }[] = [
  { from: '1.2', light: 'blue' },
  { from: '0.8', light: 'green' },
  { from: '0.6', light: 'yellow' },
  { from: '0', light: 'red' },
]

/**
 * The light of an indicator after so many months. Pace: actual ÷ (target × month ÷ 12), under 60 % red, 60–80 % yellow,
 * 80–120 % green, from 120 % blue. Inside or outside: green or red. Words: met green, not red.
 *
 * @returns null where there is nothing to judge by
 */
export function lightOf(one: Lit, month: number): Light | null {
  if (one.by === 'words') return one.met === null ? null : one.met ? 'green' : 'red'
  if (one.target === null || one.actual === null) return null
  if (one.by === 'inside') return holds(one.op, one.actual, one.target) ? 'green' : 'red'
  const standard = one.target.times(month).div(12)
  if (standard.lte(0)) return null
  const share = one.actual.div(standard)
  return PACE.find((step) => share.gte(step.from))?.light ?? 'red'
}

function holds(op: Lit['op'], actual: Decimal, target: Decimal): boolean {
  const order = actual.cmp(target)
  return { '>=': order >= 0, '>': order > 0, '<=': order <= 0, '<': order < 0, '=': order === 0 }[op]
}

const INSIDE = /质量|时效|成本/

/** How an indicator is judged: by its level 2 and the direction of its target. */
export function judgedBy(l2: string, op: Lit['op'], inWords: boolean): Lit['by'] {
  if (inWords) return 'words'
  return INSIDE.test(l2) || op === '<=' || op === '<' ? 'inside' : 'pace'
}
