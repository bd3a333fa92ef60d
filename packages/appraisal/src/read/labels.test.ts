import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, dimensionOf } from '../tree.ts'
import { placeRows, type RowLabels } from './labels.ts'

/** `二级@名称`, `名称` alone for a row without a label, `一级#…` for a printed level 1, `!名称` for a second 绩效指标. */
function rows(...lines: string[]): RowLabels[] {
  return lines.map((line) => {
    const [dimension, rest] = line.includes('#') ? line.split('#') : [null, line]
    const [category, name] = (rest ?? '').includes('@') ? (rest ?? '').split('@') : [null, rest]
    const restart = (name ?? '').startsWith('!')
    const label = (text: string | null | undefined): string | null => (text ? `${text}指标` : null)
    return { dimension: label(dimension), category: label(category), restart, name: (name ?? '').replace('!', '') }
  })
}

const short = (lines: string[]): string[] =>
  placeRows(rows(...lines)).map((place) => `${place.l1.slice(0, 2)}/${place.l2.slice(0, 2)}/${place.basis}`)

describe('labels', () => {
  it('continue below where nothing is printed: a merged cell', () => {
    expect(short(['产出#数量@甲', '乙', '质量@丙', '丁'])).toEqual([
      '产出/数量/printed',
      '产出/数量/merged',
      '产出/质量/printed',
      '产出/质量/merged',
    ])
  })
  it('are not moved by one odd name', () => {
    expect(short(['数量@报纸数量', '按期结算', '下载量', '质量@报纸质量'])[1]).toBe('产出/数量/merged')
  })
  it('printed late are moved up to the rows that speak for them', () => {
    expect(short(['质量@质量', '印刷及时性', '投递及时性', '时效@发放及时性'])).toEqual([
      '产出/质量/printed',
      '产出/时效/late',
      '产出/时效/late',
      '产出/时效/printed',
    ])
  })
  it('lost altogether are inferred from names and the canonical order', () => {
    const lines = ['数量@场次', '报纸质量', '作品优秀率', '节目质量', '产品合格率', '时效@及时性']
    expect(short(lines).slice(1, 5)).toEqual(Array(4).fill('产出/质量/inferred'))
  })
  it('follow the level 1 where a second outer label stands in its place', () => {
    expect(short(['时效@按期完成率', '!资源共享', '融合发展', '效益#社会效益@宣传能力'])).toEqual([
      '产出/时效/printed',
      '效益/社会/late',
      '效益/社会/late',
      '效益/社会/printed',
    ])
  })
  it('leave a narrow category when the name has nothing of it', () => {
    expect(short(['生态效益@环保印刷', '措施完整度', '可持续影响@机制'])[1]).toBe('效益/可持/late')
    expect(short(['生态效益@环保印刷', '污染排放', '可持续影响@机制'])[1]).toBe('效益/生态/merged')
  })
  it('know a level 1 printed alone', () => {
    expect(short(['满意度#读者满意度'])).toEqual(['满意/服务/inferred'])
  })
  it('outside the tree are kept as printed', () => {
    const places = placeRows(rows('产出#数量@甲', '特色@乙', '丙', '质量@丁'))
    expect(places.map((place) => place.l2)).toEqual(['数量指标', '特色指标', '特色指标', '质量指标'])
    expect(places[1]?.l1).toBe('产出指标')
  })
  it('of the newer tree put costs under their own level 1', () => {
    expect(placeRows(rows('成本#经济成本@单价'))[0]?.l1).toBe('成本指标')
  })
  it('in another order than the canonical one are believed', () => {
    expect(short(['时效@甲', '数量@乙', '丙'])).toEqual(['产出/时效/printed', '产出/数量/printed', '产出/数量/merged'])
  })
  it('of no rows are no labels', () => expect(placeRows([])).toEqual([]))

  it('are less sure the less is printed', () => {
    const sure = placeRows(rows('质量@质量', '甲', '印刷及时性', '投递及时性', '时效@乙')).map(
      (place) => place.confidence,
    )
    expect(sure).toEqual([1, 0.95, 0.5, 0.5, 1])
  })

  it('printed are never changed, and every row gets a level 1 that belongs to its level 2', () => {
    const names = CATEGORIES.map((category) => category.name)
    const row = fc.record({
      dimension: fc.constant(null),
      category: fc.option(fc.constantFrom(...names), { nil: null }),
      restart: fc.boolean(),
      name: fc.constantFrom('甲', '印刷质量', '及时性', '满意度', '长效机制', '成本'),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (list) => {
        placeRows(list).forEach((place, i) => {
          const printed = list[i]?.category ?? null
          if (printed !== null) expect([place.l2, place.basis, place.confidence]).toEqual([printed, 'printed', 1])
          else expect(place.confidence).toBeLessThan(1)
          expect(place.l1).toBe(dimensionOf(place.l2))
        })
      }),
      { numRuns: 200 },
    )
  })
})
