import { describe, expect, it } from 'vitest'
import type { Form } from '../model.ts'
import { readText } from '../read/text.ts'
import { hubei } from '../rules/hubei.ts'
import { goldenText, makeText } from '../testing/golden.ts'
import { whatIf } from './whatif.ts'

const golden = readText(goldenText).projects
const one = (rows: string[], options?: Parameters<typeof makeText>[1]): Form => {
  const form = readText(makeText(rows, options)).projects[0]
  if (!form) throw new Error('no form')
  return form
}
const scenario = (form: Form, id: string) => whatIf(form).scenarios.find((entry) => entry.id === id)

describe('the ten published forms', () => {
  it('against the initial budget', () => {
    expect(golden.map((form) => scenario(form, 'year-start')?.execution.points)).toEqual(
      ['4.83', '8.06', '7.41', '7.28', '9.64', '8.29', '8.01', '5.42', '7.83', '9.63'], // appraisal.md 2
    )
    expect(scenario(golden[0] as Form, 'year-start')).toMatchObject({ total: '92.83', grade: '优' })
    expect(scenario(golden[7] as Form, 'year-start')).toMatchObject({ total: '90.42', grade: '优' })
    expect(scenario(golden[5] as Form, 'year-start')).toMatchObject({ total: '88.79', grade: '良' })
  })
  it('under their own rules keep their total, but for the one row whose points the formula contradicts', () => {
    expect(golden.map((form) => scenario(form, 'stored')?.total)).toEqual([
      '98.00',
      '98.00',
      '96.50',
      '98.00',
      '98.00',
      '90.50',
      '97.00',
      '95.00',
      '97.00',
      '98.00',
    ])
    expect(scenario(golden[2] as Form, 'stored')?.rows).toMatchObject([{ seq: 1, printed: '5.00', points: '4.50' }])
  })
  it('under every other rule set get a total within 0 and 100 and name what is unverified', () => {
    for (const form of golden) {
      for (const entry of whatIf(form).scenarios) {
        expect(Number(entry.total)).toBeGreaterThan(80)
        expect(Number(entry.total)).toBeLessThanOrEqual(100)
        expect(entry.unverified.length).toBeGreaterThan(0)
      }
    }
  })
  it('say what full marks would need', () => {
    expect(whatIf(golden[2] as Form).fullMarks).toMatchObject([
      { row: 1, missing: '1.00', need: '完成值达到 4，现为 =3，差 1' },
      { missing: '1.00' },
      { missing: '1.00' },
    ])
  })
})

describe('one form', () => {
  const rows = [
    '产出指标|数量指标|故障次数|<=4次|6次|50|25|',
    '效益指标|社会效益指标|影响力|提高|提高|30|30|',
    '满意度指标|满意度指标|满意度|>=90%|45%|10|5|',
  ]
  const form = one(rows, { money: ['100|100|50|10|50.00%|5'], total: '100|65' })
  it('loses less with the other reverse formula', () => {
    expect(scenario(form, 'stored')?.total).toBe('65.00')
    expect(scenario(form, 'reverse-ratio')?.rows).toMatchObject([{ seq: 1, points: '33.33' }])
  })
  it('is weighed as Hubei weighs', () => {
    expect(scenario(form, hubei.id)).toMatchObject({
      execution: { rate: '50.00', weight: '20.00', points: '10.00' },
      // 40 × 4 ÷ 6, 30 × 1, 10 × 1 ÷ 2
      rows: [{ points: '26.67', weight: '40.00' }],
      total: '71.67',
    })
  })
  it('without an execution row or with a missing point has no total', () => {
    expect(whatIf(one(rows, { money: [] })).scenarios.every((entry) => entry.total === null)).toBe(true)
    expect(scenario(one([...rows.slice(1), '产出指标|数量指标|场次|=4|4|50||']), 'stored')?.total).toBeNull()
  })
  it('needs money spent for its execution points', () => {
    expect(whatIf(form).fullMarks[0]).toEqual({
      row: null,
      name: '预算执行率',
      missing: '5.00',
      need: '再执行 50.00 元，达到全年预算数',
    })
  })
})
