import { readFileSync } from 'node:fs'
import { type Form, readText, ruleSets } from '@rongmei/appraisal'
import { Decimal } from '@rongmei/kit'
import { describe, expect, it } from 'vitest'
import { printValue } from './printing.ts'
import { proposeMeasured, proposeTyped, type Threshold } from './proposal.ts'
import { splitParams } from './threshold.ts'

const text = readFileSync(new URL('../../../../../../fixtures/self-evaluation-2023.txt', import.meta.url), 'utf8')
const forms = readText(text).projects
const rules = ruleSets[0]
if (!rules) throw new Error('no rules')

function rowOf(form: Form, change: Partial<Form['indicators'][number]>) {
  const row = form.indicators[0]
  if (!row) throw new Error('no row')
  return { ...row, ...change }
}
const form = forms[0]
if (!form) throw new Error('no form')

const share = { places: 2, percent: true }
const count = { places: 0, percent: false }
const measured = (target: string, value: string, print = share, unit = '', threshold: Threshold | null = null) => {
  const exact = new Decimal(value)
  const actual = { value: exact, text: printValue(exact, print, unit) }
  return proposeMeasured(form, rowOf(form, { target, weight: 6 }), rules, actual, threshold)
}

describe('a target with a number', () => {
  it.each([
    ['>=95%', '0.9735', share, '', true, '6.00'],
    ['>=95%', '0.95', share, '', true, '6.00'],
    ['>=95%', '0.76', share, '', false, '4.80'],
    ['12个月', '12', count, '个月', true, '6.00'],
    ['12个月', '9', count, '个月', false, '4.50'],
    ['=0次', '0', count, '次', true, '6.00'],
    ['=0次', '1', count, '次', false, '0.00'],
    ['<=5%', '0.06', share, '', false, '4.80'],
    ['12个月', '0.9', share, '', null, null],
  ])('%s measured %s', (target, value, print, unit, met, points) => {
    expect(measured(target, value, print, unit)).toMatchObject({ met, points })
  })
  it('says the formula, its numbers and the rule', () => {
    expect(measured('12个月', '9', count, '个月').explanation).toMatch(/w × a ÷ t.*t = 12.*a = 9.*财预〔2020〕10号/)
  })
  it('says why units that differ give nothing', () => {
    expect(measured('12个月', '0.9').explanation).toContain('单位不同')
  })
})

describe('a target in words', () => {
  const at = (op: Threshold['op'], value: number): Threshold => ({ op, value: new Decimal(value) })
  it.each([
    ['高效', '0.93', at('>=', 0.9), true, '6.00'],
    ['高效', '0.63', at('>=', 0.9), false, '4.20'],
    ['高效', '0.89', at('>=', 0.9), false, '4.79'],
    ['降低', '0.8', at('<', 1), true, '6.00'],
    ['降低', '1', at('<', 1), false, '4.79'],
    ['降低', '2', at('<', 1), false, '3.00'],
    ['提高', '0.01', at('>', 0), true, '6.00'],
    ['提高', '0', at('>', 0), false, '4.79'],
    ['按合同约定', '12', at('>=', 12), true, '6.00'],
    ['高效', '-1', at('>=', 0.9), false, '0.00'],
    ['高效', '0.9', null, null, null],
  ])('%s measured %s', (target, value, threshold, met, points) => {
    expect(measured(target, value, share, '', threshold)).toMatchObject({ met, points })
  })
  it('never gives an unmet row the tier 达成', () => {
    for (let value = 0; value < 90; value += 3) {
      const { points } = measured('高效', String(value / 100), share, '', at('>=', 0.9))
      expect(Number(points)).toBeLessThan(0.8 * 6)
    }
  })
})

describe('a typed value', () => {
  const typed = (target: string, value: string) => proposeTyped(form, rowOf(form, { target, weight: 5 }), rules, value)
  it.each([
    ['>=95%', '90%', '4.74', false],
    ['=4', '3', '3.75', false],
    ['良好', '良好', null, null],
    ['良好', '一般', null, null],
  ])('%s typed %s', (target, value, points, met) => expect(typed(target, value)).toMatchObject({ points, met }))
  it('leaves the tier of words to a person', () => expect(typed('良好', '良好').explanation).toContain('4.00 至 5.00'))
})

describe('parameters of a link', () => {
  it('takes the threshold out', () => {
    const split = splitParams({ year: 2023, meets: { op: '>=', value: '0.9' } })
    expect(split?.params).toEqual({ year: 2023 })
    expect(split?.meets?.value.toString()).toBe('0.9')
  })
  it.each([{ op: '>=' }, { op: '~', value: 1 }, { op: '>', value: 'many' }, { op: '>', value: Number.NaN }, 7])(
    'refuses %j',
    (meets) => expect(splitParams({ meets })).toBeNull(),
  )
  it('may have none', () => expect(splitParams({ year: 2023 })).toEqual({ params: { year: 2023 }, meets: null }))
})
