import { describe, expect, it } from 'vitest'
import { lint } from '../lint/lint.ts'
import type { Form, ReadResult } from '../model.ts'
import { ruleSetOfLayout } from '../rules/index.ts'
import { scoreForm } from '../score/score.ts'
import { makeText } from '../testing/golden.ts'
import { layouts } from '../testing/layouts.ts'
import { readBytes } from './bytes.ts'
import { layoutKey, type Mapping, readGrid } from './mapped.ts'
import { readText } from './text.ts'

const read = (name: keyof typeof layouts): ReadResult => readText(layouts[name])
const one = (result: ReadResult): Form => {
  const form = result.projects[0]
  if (!form) throw new Error('no form')
  return form
}
const amounts = (form: Form): unknown[] =>
  form.budget.map((line) => [line.source, line.yearStart.fen, line.fullYear.fen, line.executed.fen])
const rows = (form: Form): string[] => form.indicators.map((row) => [row.l2, row.l3, row.target, row.actual].join(' '))

describe('Yunnan', () => {
  const form = one(read('yunnan'))
  it('joins operator, value and unit, and keeps the grade and the remark', () => {
    expect(form).toMatchObject({ layout: 'yunnan', statedTotal: '93', statedGrade: '良', currencyUnit: '万元' })
    expect(form.remarks).toMatchObject([{ label: '其他需要说明事项', text: '无' }])
    expect(rows(form)).toEqual([
      '数量指标 播出期数 >=300期 310',
      '社会效益指标 收视率 >=5% 4',
      '服务对象满意度指标 观众满意度 >=90% 92',
    ])
  })
  it('does not take 无 for a reason', () => {
    expect(lint(form, ruleSetOfLayout(form.layout)).filter((finding) => finding.code.startsWith('reason-'))).toEqual([])
  })
  it('adds up and is graded', () => {
    expect(scoreForm(form, ruleSetOfLayout(form.layout))).toMatchObject({
      printed: { scoreSum: '93.00', agrees: true },
      execution: { rate: '90.00', computed: '9.00', agrees: true },
      grade: '优', // what the points give; the form itself prints 良
    })
    expect(lint(form).some((finding) => finding.code === 'grade-disagrees')).toBe(true)
  })
})

describe('Sichuan', () => {
  const form = one(read('sichuan'))
  it('reads adjusted budgets, the reason beside them and the closing remarks', () => {
    expect(form).toMatchObject({ layout: 'sichuan', name: '融媒体运行', statedTotal: '97.5' })
    expect(amounts(form)[0]).toEqual(['总额', 200_000_000, 180_000_000, 171_000_000])
    expect(form.budget).toHaveLength(5)
    expect(form.budget[0]).toMatchObject({ weight: 10, score: 9.5, reason: '追加减少' })
    expect(form.goals).toMatchObject({ expected: '运行保障', actual: '运行良好' })
    expect(form.remarks?.map((remark) => remark.label)).toEqual(['评价结论', '存在问题', '改进措施'])
    expect(rows(form)[1]).toBe('成本指标 节目成本 ≤5万元 5')
  })
  it('is weighed 10 and 90', () => {
    expect(lint(form, ruleSetOfLayout(form.layout)).filter((finding) => finding.code.startsWith('weights'))).toEqual([])
  })
})

describe('Hubei', () => {
  const form = one(read('hubei'))
  it('has no weights, and points all the same', () => {
    expect(form).toMatchObject({ layout: 'hubei', year: 2023, statedTotal: '96' })
    expect(form.indicators.map((row) => [row.weight, row.score])).toEqual([
      ['', 20],
      ['', 20],
      ['', 28],
      ['', 10],
    ])
    expect(form.remarks?.map((remark) => remark.label)).toEqual([
      '偏差大或目标未完成原因分析',
      '改进措施及结果应用方案',
    ])
  })
  it('executes for 20 points', () => {
    const score = scoreForm(form, ruleSetOfLayout(form.layout))
    expect(score.execution).toMatchObject({ computed: '18.00', agrees: true })
    expect(score.printed).toMatchObject({ scoreSum: '96.00', weightSum: null, agrees: true })
    const codes = lint(form, ruleSetOfLayout(form.layout)).map((finding) => finding.code)
    expect(codes).not.toContain('point-unreadable')
    expect(codes).not.toContain('weights-off-guide')
  })
})

describe('transfers and other tables', () => {
  it('of money to other levels print no scores and miss none', () => {
    const form = one(read('transfer'))
    expect(form).toMatchObject({ layout: 'transfer', dept: '某省委宣传部', unit: '某县融媒体中心', statedTotal: null })
    expect(amounts(form)).toHaveLength(4)
    expect(rows(form)[2]).toBe('社会效益指标 覆盖率 ≥90% 88%')
    const codes = lint(form).map((finding) => finding.code)
    for (const code of ['total-missing', 'point-unreadable', 'execution-score']) expect(codes).not.toContain(code)
  })
  it('of targets are no self-evaluation', () => {
    expect(read('target')).toMatchObject({ src: { kind: '申报表' }, projects: [] })
  })
  it('read the same from a web page', async () => {
    for (const text of Object.values(layouts)) {
      const cells = (line: string): string =>
        line
          .split('\t')
          .map((cell) => `<td>${cell.replaceAll('<', '&lt;')}</td>`)
          .join('')
      const lines = text.split('\n')
      const html = `<html><body><h1>${lines[0]}</h1><table>${lines
        .slice(1)
        .map((line) => `<tr>${cells(line)}</tr>`)
        .join('')}</table></body></html>`
      const [page, plain] = [await readBytes(new TextEncoder().encode(html)), readText(text)]
      expect([page.src.kind, page.projects[0] && rows(page.projects[0])]).toEqual([
        plain.src.kind,
        plain.projects[0] && rows(plain.projects[0]),
      ])
    }
  })
})

describe('money', () => {
  const row = ['产出指标|数量指标|场次|=12|=12|90|90|']
  it.each([
    ['1145000.00|552789.25|552,789.25', '元', [114_500_000, 55_278_925, 55_278_925]],
    ['1145000|1,015,077|1,015,077', '元', [114_500_000, 101_507_700, 101_507_700]],
    ['１１４５０００．００|552，789.25|—', '元', [114_500_000, 55_278_925, null]],
    ['114.5|80|72.123456', '万元', [114_500_000, 80_000_000, 72_123_456]],
  ])('%s in %s', (line, unit, fen) => {
    const text = makeText(row, { money: [`${line}|10|100.00%|10`] }).replace('(元)', `（${unit}）`)
    const total = one(readText(text)).budget[0]
    expect([total?.yearStart.fen, total?.fullYear.fen, total?.executed.fen]).toEqual(fen)
    expect(total?.src?.at.executed?.raw).toBe(line.split('|')[2])
  })
})

describe('an unknown table', () => {
  const grid = [
    ['某项目年终情况', '', '', '', '', ''],
    ['类', '做什么', '打算', '做到', '满分', '打分'],
    ['产出指标', '办活动', '12场', '11场', '60', '55'],
    ['', '出报纸', '300期', '300期', '40', '40'],
    ['合计', '', '', '', '100', '95'],
  ]
  const mapping: Mapping = {
    headerRow: 1,
    columns: { l1: 0, l3: 1, target: 2, actual: 3, weight: 4, score: 5 },
    name: '某项目',
    year: 2024,
  }
  it('is no form until a person says which column is what', () => {
    expect(readGrid(grid)).toMatchObject({ src: { kind: 'other' }, projects: [] })
    const form = one(readGrid(grid, mapping))
    expect(form).toMatchObject({
      name: '某项目',
      year: 2024,
      layout: 'mapped',
      statedTotal: '95',
      statedTotalWeight: 100,
    })
    expect(form.indicators.map((row) => [row.l1, row.l3, row.weight, row.score, row.confidence])).toEqual([
      ['产出指标', '办活动', 60, 55, 0.8],
      ['产出指标', '出报纸', 40, 40, 0.8],
    ])
    expect(form.indicators[1]?.src?.at.actual).toEqual({ line: 4, column: 3, raw: '300期' })
  })
  it('is mapped again by its headings', async () => {
    expect(layoutKey(grid, 1)).toBe('类|做什么|打算|做到|满分|打分')
    const text = grid.map((line) => line.join('\t')).join('\n')
    expect((await readBytes(new TextEncoder().encode(text), mapping)).projects[0]?.indicators).toHaveLength(2)
  })
  it.each([
    { ...mapping, headerRow: 9 },
    { ...mapping, columns: { ...mapping.columns, l3: -1 } },
    { ...mapping, columns: { ...mapping.columns, actual: 1.5 } },
  ])('refuses a mapping that points outside', (wrong) => {
    expect(() => readGrid(grid, wrong)).toThrow(expect.objectContaining({ key: 'badMapping' }))
  })
})
