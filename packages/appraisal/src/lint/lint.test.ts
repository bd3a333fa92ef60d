import { describe, expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import { goldenText, makeText } from '../testing/golden.ts'
import { lint, lintRules } from './lint.ts'
import { namesMeasure } from './reasons.ts'

/** Codes found on a form of the given rows; the form itself is in order. */
function codes(rows: string[], options?: Parameters<typeof makeText>[1]): string[] {
  const form = readText(makeText(rows, options)).projects[0]
  return form ? lint(form).map((finding) => finding.code) : []
}

/** Codes found on the first row. */
function rowCodes(row: string): string[] {
  const form = readText(makeText([row])).projects[0]
  return form ? lint(form).flatMap((finding) => (finding.row === 1 ? [finding.code] : [])) : []
}

describe('the ten published forms', () => {
  const found = readText(goldenText).projects.flatMap((form) => lint(form))
  it.each([
    ['actual-copied', 152],
    ['deduction-unfounded', 28],
    ['zero-with-met', 2],
    ['actual-inequality', 23],
    ['kind-mismatch', 1],
    ['direction', 1],
    ['reason-without-measure', 24],
    ['budget-adjusted-to-spent', 10],
    ['score-not-by-formula', 1],
    ['label-uncertain', 14],
    ['html-left', 7],
    ['gap-without-reason', 0],
    ['reason-without-gap', 0],
    ['total-disagrees', 0],
    ['weights-not-total', 0],
    ['weights-off-guide', 0],
    ['money-sources', 0],
    ['execution-rate', 0],
    ['execution-score', 0],
    ['cell-blank', 0],
    ['name-duplicate', 0],
  ])('%s: %i', (code, count) => expect(found.filter((finding) => finding.code === code)).toHaveLength(count))

  it('findings speak Chinese and say what to do', () => {
    for (const finding of found) expect(`${finding.message}${finding.remedy}`).toMatch(/[一-龥]{4,}/)
  })
})

describe('rows', () => {
  it.each([
    ['产出指标|数量指标|场次|=12|12|5|5|', []],
    ['产出指标|数量指标|场次|=12|=12|5|5|', ['actual-copied']],
    ['产出指标|数量指标|场次|＝12|=12|5|5|', ['actual-copied']],
    ['产出指标|质量指标|合格率|>=95%|97%|5|5|', []],
    ['产出指标|质量指标|合格率|>=95%|>=97%|5|5|', ['actual-inequality']],
    ['产出指标|质量指标|合格率|>=95%|良好|5|5|', ['kind-mismatch']],
    ['产出指标|质量指标|设备质量|良好|97%|5|5|', ['kind-mismatch']],
    ['产出指标|质量指标|事故次数|较高|无|5|5|', ['direction']],
    ['产出指标|质量指标|故障率|>=5%|3%|5|3|故障多。', ['direction', 'reason-without-measure']],
    ['产出指标|质量指标|故障率|<=5%|3%|5|5|', []],
    ['产出指标|质量指标|投诉处理率|提高|有所提高|5|5|', []],
    ['效益指标|社会效益指标|收视率|降低|下降|5|5|', ['direction']],
    ['产出指标|成本指标|运行成本|减少|下降|5|5|', []],
    ['产出指标|数量指标|场次|=12|6|5|2.5|今后加强组织', []],
    ['产出指标|数量指标|场次|=12|6|5|5|', ['score-not-by-formula']],
    ['产出指标|数量指标|场次|=12|6|5|2.5|', ['gap-without-reason']],
    [
      '产出指标|数量指标|场次|=12|=12|5|0|暂缓',
      ['actual-copied', 'deduction-unfounded', 'zero-with-met', 'reason-without-measure'],
    ],
    ['产出指标|数量指标|场次|=12|12|5|6|', ['score-over-weight', 'score-not-by-formula']],
    ['产出指标|数量指标|场次|=12||5|5|', ['cell-blank']],
    ['产出指标|质量指标|质量|良好|未实施|5|5|', ['gap-without-reason']],
    ['产出指标|质量指标|质量|良好|良好|5|5|今后将加强管理', ['actual-copied', 'reason-without-gap']],
  ])('%s', (row, expected) => expect(rowCodes(row)).toEqual(expected))

  it('repeated by name are reported once each', () => {
    const row = '产出指标|数量指标|场次|=12|12|30|30|'
    expect(codes([row, row, row], { total: '100|100' }).filter((code) => code === 'name-duplicate')).toHaveLength(2)
  })
})

describe('forms', () => {
  const row = '产出指标|数量指标|场次|=12|12|90|90|'
  it.each([
    ['budget-adjusted-to-spent', { money: ['100|80|80|10|100.00%|10'] }, true],
    ['budget-adjusted-to-spent', { money: ['80|80|80|10|100.00%|10'] }, false],
    ['budget-adjusted-to-spent', { money: ['100|80|79|10|98.75%|9.88'] }, false],
    ['execution-score', { money: ['100|100|80|10|80.00%|10'] }, true],
    ['execution-score', { money: ['100|100|80|10|80.00%|8'] }, false],
    ['execution-score', { money: [] }, true],
    ['execution-score', { money: ['0|0|0|10||0'] }, true],
    ['execution-rate', { money: ['100|100|80|10|100.00%|8'] }, true],
    ['execution-rate', { money: ['100|100|80|10|80%|8'] }, false],
    ['weights-not-total', { money: ['80|80|80|20|100.00%|20'] }, true],
    ['total-disagrees', { total: '100|99' }, true],
    ['total-disagrees', { total: '100|100' }, false],
    ['total-missing', { total: '' }, true],
    ['read-unsure', { total: '' }, true],
    ['weights-off-guide', {}, true],
  ] as const)('%s with %j: %s', (code, options, hit) => {
    const copy = 'money' in options ? { ...options, money: [...options.money] } : options
    expect(codes([row], copy).includes(code)).toBe(hit)
  })
  it('whose sources do not add up', () => {
    const text = makeText([row]).replace('年度总体目标', '\t其中：当年财政拨款\t100\t79\t80\t—\n年度总体目标')
    const form = readText(text).projects[0]
    expect(form && lint(form).some((finding) => finding.code === 'money-sources')).toBe(true)
  })
})

describe('measures in reasons', () => {
  it.each([
    ['今后将通过进一步丰富内容，加强互动，提升收视率。', true],
    ['偶有不足。今后要加强与第三方公司的沟通。', true],
    ['下一步完善制度', true],
    ['已制定整改方案', true],
    ['有待完善', false],
    ['服务有待提高', false],
    ['根据中心整体规划，暂缓项目执行', false],
    ['档案室精密空调湿度有时未达标准，联系厂商处理时间较长', false],
    ['厉行节约，暂未改版。', false],
    ['大多数非常满意', false],
  ])('%s: %s', (text, expected) => expect(namesMeasure(text)).toBe(expected))
})

it('codes are unique', () => expect(new Set(lintRules.map((rule) => rule.code)).size).toBe(lintRules.length))
