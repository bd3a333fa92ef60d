import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFindings, check, correct } from '../index.ts'

const pieces = fc.constantFrom(
  ...Array.from(
    '的了是在一二三十百千万年月日0123456789.,;:?!()"“”‘’《》〈〉（）【】，。；：、！？…—～-% \n\r\taOxX@/<>`国國於己已末未',
  ),
  '布署',
  '既使',
  '会议',
  '2023年',
  '2月30日',
  '星期',
  '13812345678',
  '11010519491231002X',
  '约10人左右',
  '三、四天',
  '3-5%',
  '等……',
  '😀',
  '\ud840\udc00',
  '\ud800',
  '\udc00',
  '\u200b',
  '\u202e',
  '👨‍👩‍👧',
  'é',
  'KM',
  '百分之',
  '一是',
  '“一',
  '原因是因为',
  '平方',
  '张三说',
)
const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

const splits = (whole: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(whole.slice(at - 1, at + 1))

test('findings are whole, ordered, disjoint stretches of the text', () => {
  fc.assert(
    fc.property(text, (whole) => {
      let last = 0
      for (const { start, end, quote, confidence } of check(whole, { publishedOn: '2024-05-01' })) {
        expect(whole.slice(start, end)).toBe(quote)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(splits(whole, start) || splits(whole, end)).toBe(false)
        expect(confidence > 0 && confidence <= 1).toBe(true)
        last = end
      }
    }),
    { numRuns: 300 },
  )
})

test('the same text gives the same findings', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(check(whole)).toEqual(check(whole))
    }),
  )
})

test('any string at all can be checked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (whole) => {
      expect(check(whole)).toBeInstanceOf(Array)
    }),
  )
})

test('a corrected text stays as it is', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const once = correct(whole)
      expect(correct(once)).toBe(once)
    }),
    { numRuns: 300 },
  )
})

test('applying the suggestions changes nothing outside the quotes', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const findings = check(whole)
      const kept = findings.map((finding) => ({ ...finding, suggestions: [finding.quote] }))
      expect(applyFindings(whole, kept)).toBe(whole)
    }),
  )
})

test.each([
  '的',
  '“',
  '《（',
  '）》',
  '1',
  '12,',
  '1月',
  '一、',
  '<',
  '`',
  '@a',
  'https://',
  '😀',
  '\ud800',
  '占1%、',
  '“”',
  '约1',
])(
  'two hundred thousand units of %j cost linear time',
  (unit) => {
    const time = (length: number) => {
      const whole = unit.repeat(Math.floor(length / unit.length))
      const from = performance.now()
      check(whole)
      return performance.now() - from
    }
    time(2_000)
    // A quadratic rule would take a hundred times as long for ten times the text; the allowance is for a busy machine.
    expect(time(200_000)).toBeLessThan(Math.max(3_000, time(20_000) * 60))
  },
  20_000,
)
