import { Decimal } from '@rongmei/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../model.ts'
import { readText } from '../read/text.ts'
import { goldenText, makeText } from '../testing/golden.ts'
import { calibrate, proposeTarget } from './calibrate.ts'
import { compare } from './compare.ts'

const golden = readText(goldenText).projects
const one = (rows: string[], year = 2024, options?: Parameters<typeof makeText>[1]): Form => {
  const form = readText(makeText(rows, options)).projects[0]
  if (!form) throw new Error('no form')
  return { ...form, year }
}

describe('two forms', () => {
  it('that are one differ in nothing', () => {
    for (const form of golden) {
      const { differences, same } = compare(form, JSON.parse(JSON.stringify(form)) as Form)
      expect(differences).toEqual([])
      expect(same).toBe(4 + form.budget.length * 4 + 2 + form.indicators.length * 8 + 1)
    }
  })
  it('are told apart cell by cell', () => {
    const rows = ['产出指标|数量指标|活动场次|>=12场|12场|50|50|', '产出指标|质量指标|合格率|>=95%|95%|40|40|']
    const before = one(rows, 2023, { total: '100|100' })
    const next = [
      '产出指标|数量指标|培训人次|>=100人次|90人次|10|9|',
      '产出指标|质量指标|合格率|>=95%|９５％|40|40|',
      '产出指标|数量指标|活动场次|>=15场|12场|40|32|今后将加强组织',
    ]
    const after = one(next, 2024, { total: '100|91', money: ['120|80|80|10|100.00%|10'] })
    const found = compare(before, after).differences.map((one) => [
      one.place,
      one.name,
      one.field,
      one.kind,
      one.change,
    ])
    expect(found).toEqual([
      ['表头', '', '年度', 'changed', '1'],
      ['资金', '年度资金总额', '年初预算数', 'changed', '20'],
      ['指标', '培训人次', '三级指标', 'added', null],
      ['指标', '活动场次', '年度指标值', 'changed', '3'],
      ['指标', '活动场次', '分值', 'changed', '-10'],
      ['指标', '活动场次', '得分', 'changed', '-18'],
      ['指标', '活动场次', '偏差原因分析及改进措施', 'changed', null],
      ['总分', '', '总分', 'changed', '-9'],
    ])
    expect(compare(after, before).differences.find((one) => one.kind === 'removed')).toMatchObject({ name: '培训人次' })
  })
  it('match rows whose names nearly agree', () => {
    const before = one(['满意度指标|服务对象满意度指标|观众满意度|>=90%|92%|10|10|'])
    const after = one(['满意度指标|服务对象满意度指标|听众观众满意度|>=90%|93%|10|10|'])
    expect(compare(before, after).differences.map((one) => one.field)).toEqual(['三级指标', '实际完成值'])
  })
})

describe('an indicator over the years', () => {
  const years = (target: string, actuals: string[], name = '活动场次') =>
    calibrate(actuals.map((actual, i) => one([`产出指标|数量指标|${name}|${target}|${actual}|90|90|`], 2020 + i)))[0]
  it.each([
    ['>=10场', ['13场', '12场', '15场'], '指标值过低'],
    ['>=10场', ['13场', '11场', '15场'], '适中'],
    ['>=10场', ['8场', '9场'], '指标值过高'],
    ['>=10场', ['10场', '10场'], '无区分度'],
    ['>=10场', ['>=10场', '>=10场', '>=10场'], '无区分度'],
    ['>=10场', ['>=11场', '>=12场'], '无法测量'],
    ['良好', ['良好', '良好'], '无区分度'],
    ['良好', ['较好', '很好'], '无法测量'],
    ['>=10场', ['12场'], '数据不足'],
    ['<=10次', ['5次', '6次'], '指标值过低'],
    ['<=10次', ['12次', '11次'], '指标值过高'],
  ])('with target %s and actuals %j: %s', (target, actuals, verdict) => {
    expect(years(target, actuals)?.verdict).toBe(verdict)
  })
  it('gets a target that three of four years reach, with the data shown', () => {
    expect(years('>=10场', ['16场', '13场', '12场', '15场'])?.proposal).toEqual({
      op: '>=',
      value: '13',
      unit: '场',
      basis: '4 个测得值的下四分位数（中位数 14，最小 12，最大 16）',
      sure: true,
      data: {
        n: 4,
        values: ['16', '13', '12', '15'],
        min: '12',
        lower: '12.75',
        median: '14',
        upper: '15.25',
        max: '16',
      },
    })
    expect(years('<=10次', ['5次', '6次'], '差错次数')?.proposal).toMatchObject({ op: '<=', value: '6', sure: false })
    expect(years('良好', ['良好', '良好'])?.proposal).toBeNull()
  })
  it('is told by project and in order of years', () => {
    const rows = ['产出指标|数量指标|活动场次|>=10场|12场|90|90|']
    const forms = [one(rows, 2024), one(rows, 2022), { ...one(rows, 2023), name: '另一项目' }]
    expect(calibrate(forms).map((entry) => [entry.project, entry.history.map((year) => year.year)])).toEqual([
      ['示例项目', [2022, 2024]],
      ['另一项目', [2023]],
    ])
  })
  it('never proposes outside what was measured', () => {
    const value = fc.integer({ min: 0, max: 100_000 }).map((cents) => new Decimal(cents).div(100))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.boolean(), (values, falls) => {
        const { value: proposed, data } = proposeTarget(values, { falls, unit: '' })
        expect(new Decimal(proposed).greaterThanOrEqualTo(data.min)).toBe(true)
        expect(new Decimal(proposed).lessThanOrEqualTo(data.max)).toBe(true)
      }),
    )
  })
})
