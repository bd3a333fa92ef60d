import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const digits = '〇一二三四五六七八九十'
const counted = '[个名人位家户项件次天年月周岁倍万亿元公米里平方吨台套条亩分点种层处所间支张只辆人点钟小时]'
const hanPair = new RegExp(
  `(?<![、一二三四五六七八九十第])([一二三四五六七八九])、([一二三四五六七八九])(?=[十百千]?${counted}|[十百千万]余?${counted})(?![个项]?(?:方面|等|类|级|期|班|组|楼|号|年级|季度))`,
  'g',
)
const arabicPair = new RegExp(
  `(?<![0-9、.第])([1-9])、([1-9])(?=个(?:多)?(?:月|小时|人|星期)|天|岁|倍|名|人(?![民员次口])|分钟)`,
  'g',
)

const next = (a: string, b: string) => digits.indexOf(b) - digits.indexOf(a) === 1

/** 三、四年级 and 一、二期 name two things; only a pair of neighbours that counts something is an approximation. */
export const rule: Rule = {
  id: 'number-approx',
  class: '数字',
  name: '概数的写法',
  basis: '《出版物上数字用法》（GB/T 15835—2011） 4.2.2、5.2.1；《标点符号用法》（GB/T 15834—2011） 4.5.3.4',
  severity: '建议',
  confidence: 0.88,
  scope: 'block',
  examples: ['三、四天→三四天', '10几个→十几个', '3、4天→三四天'],
  run: ({ text }) => [
    ...draftsOf(hanPair, text, (match) => {
      const [a, b] = [match[1] ?? '', match[2] ?? '']
      if (!next(a, b)) return undefined
      return { suggestions: [a + b], explanation: '相邻两个数字连用表示概数，中间不用顿号。' }
    }),
    ...draftsOf(arabicPair, text, (match) => {
      const [a, b] = [Number(match[1]), Number(match[2])]
      if (b - a !== 1) return undefined
      return {
        suggestions: [`${digits[a]}${digits[b]}`],
        explanation: '数字连用表示的概数应采用汉字数字，中间不用顿号。',
      }
    }),
    ...draftsOf(/(?<![0-9.])([1-9])0几(?=[个名人位家户项件次天年岁万亿元公米里吨台套条亩分种])/g, text, (match) => {
      const tens = Number(match[1])
      return {
        suggestions: [`${tens === 1 ? '' : digits[tens]}十几`],
        explanation: '含“几”的概数应采用汉字数字。',
        severity: '必须改',
      }
    }),
    ...draftsOf(/几(?:10|100|1000)(?=[余多]?[个名人位家户项件次天年岁万亿元公米里吨台套条亩分种])/g, text, (match) => ({
      suggestions: [match[0].replace('1000', '千').replace('100', '百').replace('10', '十')],
      explanation: '含“几”的概数应采用汉字数字。',
      severity: '必须改',
    })),
  ],
}
