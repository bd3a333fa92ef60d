import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const counted = '(?=[元人个名户家项件次米公里吨亩平台套年天])'

/** Arabic digits may stand before 万 and 亿 only; 3千, 5百 and 3万5千 mix two systems. */
export const rule: Rule = {
  id: 'number-mixed',
  class: '数字',
  name: '汉字数字与阿拉伯数字混写',
  basis: '《出版物上数字用法》（GB/T 15835—2011） 4.3、5.3',
  severity: '建议',
  confidence: 0.88,
  scope: 'block',
  examples: ['3万5千元→3.5万元', '5百人→500人', '三月5日→3月5日'],
  run: ({ text }) => [
    ...draftsOf(
      new RegExp(`(?<![0-9.])([1-9][0-9]{0,4})([万亿])([1-9])千(?:万(?=元|人|亩|吨))?${counted}`, 'g'),
      text,
      (match) => ({
        suggestions: [`${match[1]}.${match[3]}${match[2]}`],
        explanation: '数值中只有“万”“亿”可与阿拉伯数字同用，宜改写为小数。',
      }),
    ),
    ...draftsOf(
      new RegExp(`(?<![0-9.万亿、])([1-9])([百千])(?:([1-9])([十百]))?(?!米)${counted}`, 'g'),
      text,
      (match) => {
        const value =
          Number(match[1]) * (small[match[2] ?? ''] ?? 1) + Number(match[3] ?? 0) * (small[match[4] ?? ''] ?? 1)
        return { suggestions: [String(value)], explanation: '“十”“百”“千”不与阿拉伯数字混写。' }
      },
    ),
    ...draftsOf(/(?<![0-9十])(?:[一二三四五六七八九]|十[一二]?)月(?:[12][0-9]|3[01]|[1-9])日/g, text, (match) => {
      const [month = '', day = ''] = match[0].split(/[月日]/)
      return {
        suggestions: [`${ordinal(month)}月${day}日`],
        explanation: '同一个日期中不混用汉字数字和阿拉伯数字。',
        severity: '必须改',
      }
    }),
    ...draftsOf(
      /(?<![0-9])(?:1[0-2]|[1-9])月(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日/g,
      text,
      (match) => {
        const [month = '', day = ''] = match[0].split(/[月日]/)
        return {
          suggestions: [`${month}月${ordinal(day)}日`],
          explanation: '同一个日期中不混用汉字数字和阿拉伯数字。',
          severity: '必须改',
        }
      },
    ),
    ...draftsOf(/百分之(?:[0-9]{1,3}(?:\.[0-9]{1,3})?)(?![0-9])/g, text, (match) => ({
      suggestions: [`${match[0].slice(3)}%`],
      explanation: '用阿拉伯数字时应写百分号。',
    })),
    ...draftsOf(/第[一二三四五六七八九十]{0,2}[0-9]{1,3}[十百](?=[届次个名])/g, text, () => ({
      explanation: '序数中混用了汉字数字和阿拉伯数字。',
    })),
  ],
}

function ordinal(numeral: string): number {
  const digit = (char: string | undefined) => (char ? '〇一二三四五六七八九'.indexOf(char) : 0)
  const [tens, ones] = numeral.split('十')
  return ones === undefined ? digit(numeral) : (tens ? digit(tens) : 1) * 10 + digit(ones)
}
