import { Decimal } from '@rongmei/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Operator } from '../grammar.ts'
import { national } from '../rules/national.ts'
import type { RuleSet } from '../rules/types.ts'
import { executionScore, gradeOf, quantitativeScore } from './formula.ts'

const ratio: RuleSet = { ...national, id: 'ratio', reverse: { ...national.reverse, variant: 'ratio' } }
const points = (op: Operator | null, t: string, a: string, w: string, rules = national): string =>
  quantitativeScore(op, new Decimal(t), new Decimal(a), new Decimal(w), rules).points.toFixed(2)

describe('execution', () => {
  it.each([
    ['80', '100', '10', '8.00'],
    ['100', '100', '10', '10.00'],
    ['120', '100', '10', '10.00'],
    ['0', '100', '10', '0.00'],
    ['552789.25', '1145000', '10', '4.83'],
    ['1350030', '1401400', '10', '9.63'],
    ['1', '3', '20', '6.67'],
  ])('%s of %s at %s is %s', (spent, budget, weight, expected) => {
    expect(executionScore(new Decimal(spent), new Decimal(budget), new Decimal(weight))?.toFixed(2)).toBe(expected)
  })
  it.each([
    ['10', '0'],
    ['0', '0'],
    ['10', '-5'],
    ['-1', '10'],
  ])('%s of %s has no score', (spent, budget) => {
    expect(executionScore(new Decimal(spent), new Decimal(budget), new Decimal(10))).toBeNull()
  })
})

describe('quantitative rows', () => {
  it.each([
    ['>=', '95', '95', '5', '5.00'],
    ['>=', '95', '99', '5', '5.00'],
    ['>=', '95', '76', '5', '4.00'],
    ['>', '10', '5', '6', '3.00'],
    ['>=', '0', '-1', '5', '0.00'],
    ['>=', '0', '0', '5', '5.00'],
    ['>=', '95', '-3', '5', '0.00'],
    ['=', '4', '3', '6', '4.50'],
    ['=', '4', '5', '6', '6.00'],
    ['=', '3', '1', '2', '0.67'],
    [null, '12', '11', '6', '5.50'],
    [null, '12', '12', '6', '6.00'],
    ['=', '0', '0', '5', '5.00'],
    ['=', '0', '1', '5', '0.00'],
    ['=', '0', '-1', '5', '5.00'],
    [null, '0', '3', '5', '0.00'],
    ['<=', '5', '5', '4', '4.00'],
    ['<=', '5', '3', '4', '4.00'],
    ['<=', '5', '6', '4', '3.20'],
    ['<=', '5', '7.5', '4', '2.00'],
    ['<=', '5', '10', '4', '0.00'],
    ['<=', '5', '50', '4', '0.00'],
    ['<', '30', '45', '4', '2.00'],
    ['<=', '0', '0', '4', '4.00'],
    ['<=', '0', '1', '4', '0.00'],
  ] as const)('%s%s, actual %s, weight %s: %s', (op, t, a, w, expected) => expect(points(op, t, a, w)).toBe(expected))

  it.each([
    ['<=', '5', '6', '4', '3.33'],
    ['<=', '5', '10', '4', '2.00'],
    ['<=', '5', '50', '4', '0.40'],
    ['<', '5', '4', '4', '4.00'],
    ['<=', '0', '1', '4', '0.00'],
  ] as const)('reverse variant B: %s%s, actual %s, weight %s: %s', (op, t, a, w, expected) =>
    expect(points(op, t, a, w, ratio)).toBe(expected),
  )

  const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => new Decimal(value).div(100))
  const op = fc.constantFrom<Operator | null>('>=', '<=', '>', '<', '=', null)
  const rules = fc.constantFrom(national, ratio)

  it('stay within nothing and the weight, and reach it at the target', () => {
    fc.assert(
      fc.property(op, cents(1_000_000), cents(1_000_000), cents(10_000), rules, (o, t, a, w, r) => {
        const got = quantitativeScore(o, t, a, w, r).points
        expect(got.greaterThanOrEqualTo(0) && got.lessThanOrEqualTo(w)).toBe(true)
        expect(quantitativeScore(o, t, t, w, r).points.equals(w)).toBe(true)
      }),
    )
  })
  it('never fall when the actual gets better', () => {
    fc.assert(
      fc.property(op, cents(10_000), cents(30_000), cents(30_000), cents(5000), rules, (o, t, a, b, w, r) => {
        const [less, more] = a.lessThan(b) ? [a, b] : [b, a]
        const low = quantitativeScore(o, t, less, w, r).points
        const high = quantitativeScore(o, t, more, w, r).points
        const falling = o === '<=' || o === '<' || ((o === '=' || o === null) && t.isZero())
        expect(falling ? low.greaterThanOrEqualTo(high) : high.greaterThanOrEqualTo(low)).toBe(true)
      }),
    )
  })
  it('execution stays within nothing and the weight, and grows with spending', () => {
    fc.assert(
      fc.property(cents(100_000), cents(100_000), cents(100_000), cents(2000), (s, more, b, w) => {
        const budget = b.plus(1)
        const low = executionScore(s, budget, w)
        const high = executionScore(s.plus(more), budget, w)
        expect(low?.greaterThanOrEqualTo(0) && high?.lessThanOrEqualTo(w) && high.greaterThanOrEqualTo(low)).toBe(true)
      }),
    )
  })
})

describe('grades', () => {
  it.each([
    ['100', '优'],
    ['90', '优'],
    ['89.99', '良'],
    ['80', '良'],
    ['79.99', '中'],
    ['60', '中'],
    ['59.99', '差'],
    ['0', '差'],
  ])('%s is %s', (total, grade) => expect(gradeOf(new Decimal(total), national)).toBe(grade))
})
