import { Decimal } from '@rongmei/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form, Indicator } from '../model.ts'
import { readText } from '../read/text.ts'
import { allRuleSets, ruleSetById, ruleSetOn, ruleSets } from '../rules/index.ts'
import { national } from '../rules/national.ts'
import { goldenForms, goldenText, makeText } from '../testing/golden.ts'
import { scoreRow } from './row.ts'
import { printedSums, scoreForm } from './score.ts'
import { summarize } from './summary.ts'

const golden = readText(goldenText).projects
const one = (rows: string[], options?: Parameters<typeof makeText>[1]): Form => {
  const form = readText(makeText(rows, options)).projects[0]
  if (!form) throw new Error('no form')
  return form
}

describe('the ten published forms', () => {
  it('add up to their printed totals', () => {
    expect(golden.map((form) => scoreForm(form, national).printed)).toEqual(
      ['98.00', '98.00', '97.00', '98.00', '98.00', '90.50', '97.00', '95.00', '97.00', '98.00'].map((scoreSum, i) => ({
        weightSum: '100.00',
        scoreSum,
        statedTotal: golden[i]?.statedTotal,
        agrees: true,
      })),
    )
  })
  it('execute fully against the adjusted budget and far less against the initial one', () => {
    const scores = (base: 'fullYear' | 'yearStart') =>
      golden.map((form) => scoreForm(form, national, { base }).execution.computed)
    expect(scores('fullYear')).toEqual(Array(10).fill('10.00'))
    expect(scores('yearStart')).toEqual([
      '4.83',
      '8.06',
      '7.41',
      '7.28',
      '9.64',
      '8.29',
      '8.01',
      '5.42',
      '7.83',
      '9.63',
    ])
  })
  it('hold one row whose points the formula contradicts', () => {
    const row = scoreForm(golden[2] as Form, national).rows[0]
    expect(row).toMatchObject({
      status: 'computed',
      computed: '4.50',
      printed: '5.00',
      agrees: false,
      inputs: { w: '6.00', t: '4', a: '3' },
      formula: national.positive.formula,
      source: national.positive.source,
    })
  })
  it('are all graded 优', () => {
    expect(golden.map((form) => scoreForm(form, national).grade)).toEqual(Array(10).fill('优'))
  })
})

describe('one thing wrong on a published form', () => {
  const isRow = (line: string): boolean => /\t\d+(\.\d+)?\t\d+(\.\d+)?(\t|$)/.test(line) && !/资金|财政拨款/.test(line)
  const verdicts = (lines: string[]): (boolean | null)[] =>
    summarize('', readText(lines.join('\n')), national).map((row) => row.agrees)
  it.each(goldenForms().map((text, i) => [i + 1, text] as const))(
    'of form %i is noticed, wherever it is',
    (_, text) => {
      const lines = text.split('\n')
      expect(verdicts(lines)).toEqual([true])
      lines.forEach((line, i) => {
        if (!isRow(line)) return
        const changed = line.replace(
          /(\d+(?:\.\d+)?)(\t*[^\t\d]*\t*)$/,
          (_all, points, rest) => `${Number(points) + 0.5}${rest}`,
        )
        expect(changed).not.toBe(line)
        expect(verdicts(lines.with(i, changed)), changed).toEqual([false])
        if (!line.includes('总分')) expect(verdicts(lines.toSpliced(i, 1)), line).toEqual([false])
      })
    },
  )
})

describe('one row', () => {
  const row = (
    target: string,
    actual: string,
    weight: number | string = 10,
    score: number | string = 10,
  ): Indicator => ({
    ...(golden[0]?.indicators[0] as Indicator),
    target,
    actual,
    weight,
    score,
  })
  it.each([
    ['=4', '=3', 'computed', '7.50'],
    ['>=95%', '90%', 'computed', '9.47'],
    ['>=95%', '>=95%', 'computed', '10.00'],
    ['>=90%', '>95%', 'computed', '10.00'],
    ['>=5万次', '48,000次', 'computed', '9.60'],
    ['=12', '12个月', 'computed', '10.00'],
    ['<=5%', '<=3%', 'computed', '10.00'],
    ['＝１２', '12', 'computed', '10.00'],
    ['良好', '良好', 'range', null],
    ['>=95%', '>=90%', 'ask', null],
    ['<=5%', '>=3%', 'ask', null],
    ['>=95%', '12次', 'ask', null],
    ['良好', '较好', 'ask', null],
    ['良好', '>=95%', 'ask', null],
    ['12', '完成', 'ask', null],
    ['按合同约定', '按合同约定', 'ask', null],
    ['', '12', 'ask', null],
    ['12', '', 'ask', null],
  ])('target %s, actual %s: %s %s', (target, actual, status, computed) => {
    const score = scoreRow(row(target, actual), national)
    expect([score.status, score.computed]).toEqual([status, computed])
    if (status === 'ask') expect(score.note).toMatch(/[一-龥]/)
    else expect(score.source).not.toBe('')
  })
  it('without a weight cannot be scored', () => expect(scoreRow(row('1', '1', '—'), national).status).toBe('ask'))
  it.each([
    [8, true],
    [7.99, false],
    [10, true],
    [0, false],
  ])('a met qualitative row may get %s of 10: %s', (score, agrees) => {
    expect(scoreRow(row('良好', '良好', 10, score), national)).toMatchObject({ range: ['8.00', '10.00'], agrees })
  })
  it('says when a target is far exceeded', () => {
    expect(scoreRow(row('>=10', '13'), national).note).toContain('远超')
    expect(scoreRow(row('>=10', '12.9'), national).note).toBe('')
    expect(scoreRow(row('<=10', '10'), national).note).toBe('')
  })
})

describe('printed sums', () => {
  const rows = ['产出指标|数量指标|场次|=12|=12|50|50|', '效益指标|社会效益指标|影响力|提高|提高|40|38|有待提高']
  it.each([
    ['agree', rows, { total: '100|98' }, true],
    ['agree without a stated weight', rows, { total: '|98' }, true],
    ['disagree in points', rows, { total: '100|99' }, false],
    ['disagree in weights', rows, { total: '90|98' }, false],
    ['say nothing without a total', rows, { total: '' }, null],
    ['say nothing when a point is missing', [rows[0] ?? '', '效益指标|社会效益指标|影响力|提高|提高|40||'], {}, null],
    ['say nothing when the execution row is missing', rows, { money: [] }, null],
    ['agree when rows alone reach the total', rows, { money: [], total: '90|88' }, true],
    ['say nothing about an unreadable total', rows, { total: '100|优秀' }, null],
  ])('%s', (_, lines, options, agrees) => expect(printedSums(one(lines, options)).agrees).toBe(agrees))

  it('print the stated total in narrow digits', () => {
    expect(printedSums(one(rows, { total: '１００|９８．０分' })).statedTotal).toBe('98.0')
    expect(printedSums(one(rows, { total: '100|优秀' })).statedTotal).toBeNull()
  })
  it('without an execution row have no grade', () => {
    expect(scoreForm(one(rows, { money: [] }), national).grade).toBeNull()
    expect(scoreForm(one(rows, { money: [], total: '90|88' }), national).grade).toBe('良')
  })
  it('are exact where floating point is not', () => {
    const form = one(Array(3).fill('产出指标|数量指标|场次|=12|=12|30|0.1|'), { total: '100|10.3' })
    expect(printedSums(form)).toMatchObject({ scoreSum: '10.30', agrees: true })
  })
  it('do not depend on the order of rows', () => {
    const form = golden[5] as Form
    fc.assert(
      fc.property(fc.shuffledSubarray(form.indicators, { minLength: form.indicators.length }), (indicators) => {
        expect(printedSums({ ...form, indicators })).toEqual(printedSums(form))
      }),
      { numRuns: 30 },
    )
  })
})

describe('execution of one form', () => {
  const row = ['产出指标|数量指标|场次|=12|=12|90|90|']
  it.each([
    ['100|80|80|10|100.00%|10', '100.00', '10.00', true],
    ['100|100|80|10|80.00%|8', '80.00', '8.00', true],
    ['100|100|80|10|80.00%|10', '80.00', '8.00', false],
    ['100|100|120|10|120.00%|10', '120.00', '10.00', true],
    ['0|0|0|10||', null, null, null],
    ['100|100||10||', null, null, null],
  ])('%s', (line, rate, computed, agrees) => {
    expect(scoreForm(one(row, { money: [line] }), national).execution).toMatchObject({ rate, computed, agrees })
  })
})

describe('summaries', () => {
  it('print decimals as strings, one line per table', () => {
    expect(summarize('f.txt', readText(goldenText), national)[5]).toEqual({
      file: 'f.txt',
      name: '宣传与推广',
      kind: '自评表',
      ruleSet: 'cn-2020-10',
      weightSum: '100.00',
      scoreSum: '90.50',
      statedTotal: '90.5',
      agrees: true,
      executionRate: '100.00',
      executionScore: '10.00',
      grade: '优',
    })
  })
  it.each([
    ['nothing', '', 'other'],
    ['a 申报表', makeText([], { title: '绩效目标申报表' }), '申报表'],
    ['a broken form', makeText(['产出指标|数量指标|场次|=12|=12|90|88|'], { total: '' }), 'unsure'],
  ])('of %s say what it is and confirm nothing', (_, text, kind) => {
    expect(summarize('-', readText(text), national)).toMatchObject([{ kind, agrees: null }])
  })
  it('grade the sum of the points, not the stated total', () => {
    const form = makeText(['产出指标|数量指标|场次|=12|=12|90|60|'], { total: '100|95' })
    expect(summarize('-', readText(form), national)).toMatchObject([
      { scoreSum: '70.00', statedTotal: '95', agrees: false, grade: '中' },
    ])
  })
})

describe('rule sets', () => {
  it('have ids of their own, full weights and tiers without a gap', () => {
    expect(new Set(allRuleSets.map((set) => set.id)).size).toBe(allRuleSets.length)
    for (const set of allRuleSets) {
      const sum = set.weights.reduce((total, entry) => total.plus(entry.weight), new Decimal(set.execution.weight))
      expect(sum.toString()).toBe(set.total)
      expect(set.tiers.list.slice(1).map((tier) => tier.to)).toEqual(
        set.tiers.list.slice(0, -1).map((tier) => tier.from),
      )
      expect(set.grades.list.at(-1)?.from).toBe('0')
      expect(ruleSetById(set.id)).toBe(set)
    }
    expect(ruleSetById('nowhere')).toBeNull()
  })
  it('of a province are chosen, never the default', () => {
    expect(ruleSets.map((set) => set.region)).toEqual(['CN'])
    expect(allRuleSets.filter((set) => set.unverified.length === 0)).toEqual([])
  })
  it.each([
    ['2023-12-31', 'CN', 'cn-2020-10'],
    ['2023-12-31', '42', 'cn-hb-2020'],
    ['2023-12-31', '31', 'cn-sh-2020-6'],
    ['2020-02-26', '31', 'cn-2020-10'],
    ['2023-12-31', '11', 'cn-2020-10'],
    ['2019-12-31', 'CN', undefined],
  ])('on %s in %s: %s', (day, region, id) => expect(ruleSetOn(day, region)?.id).toBe(id))
})
