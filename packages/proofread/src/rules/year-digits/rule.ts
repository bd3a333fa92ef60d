import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const zeros = /[O0oＯ０○零〇Ο]/g
/** A year in Chinese numerals of which a zero is a letter, a digit or a circle. */
const hanYear =
  /(?<![一二三四五六七八九十〇零百千])(?=[一二三四五六七八九〇]{0,3}[O0oＯ０○零Ο])[一二][O0oＯ０○零〇Ο一二三四五六七八九]{3}(?=年)/g
const letterYear = /(?<![0-9A-Za-z])(?=[0-9]{1,3}[Oo])[12][0-9Oo]{3}(?=年)/g
const shortYear =
  /(?<![0-9.至—～-])(?<!第|近|约|共|这|那|前|后|满|超过|长达|历经|历时|已有|走过|[一-龥]{2}的)([6-9][0-9])年(?=(?:[1-9]|1[0-2])月|底|初|春节|国庆|版的)/g

export const rule: Rule = {
  id: 'year-digits',
  class: '数字',
  name: '年份的写法',
  basis: '《出版物上数字用法》（GB/T 15835—2011） 5.1.4、5.2.2、5.2.5',
  severity: '必须改',
  confidence: 0.95,
  scope: 'block',
  examples: ['二O二三年→二〇二三年', '2O23年→2023年', '98年5月→1998年5月'],
  run: ({ text }) => [
    ...draftsOf(hanYear, text, (match) => {
      const right = match[0].replace(zeros, '〇')
      return {
        suggestions: [right],
        explanation: '汉字年份中的“零”应写作“〇”，不用字母O、数字0或“零”。',
        ...(/[^一二三四五六七八九〇零]/.test(match[0]) ? {} : { severity: '建议' as const }),
      }
    }),
    ...draftsOf(letterYear, text, (match) => ({
      suggestions: [match[0].replace(/[Oo]/g, '0')],
      explanation: '年份中混入了字母O。',
    })),
    ...draftsOf(shortYear, text, (match) => ({
      suggestions: [`19${match[0]}`],
      explanation: '年份一般应写全四位数字。',
      severity: '建议',
      confidence: 0.8,
    })),
    ...draftsOf(/(?<![0-9])[0-9]{1,2}世纪[0-9]{4}年代|(?<![0-9])(?:1[0-9]|20)[0-9]{2}年代(?=[初中末])/g, text, () => ({
      explanation: '年代写法有误，应如“20世纪90年代”。',
      severity: '提示',
    })),
    ...draftsOf(/上世纪(?=[1-9]0年代)/g, text, () => ({
      suggestions: ['20世纪'],
      explanation: '“上世纪”所指会随时间变化，宜写作“20世纪”。',
      severity: '提示',
      confidence: 0.5,
    })),
    ...draftsOf(/(?<=[0-9]{4})年年(?=[0-9一二三四五六七八九十春夏秋冬上下全以])/g, text, () => ({
      suggestions: ['年'],
      explanation: '“年”字重复。',
    })),
  ],
}
