import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const narrow = (text: string) =>
  text.replace(/[０-９．，％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
const weekdays = '一二三四五六日'

/** How digits are written: half-width, grouped by three, and Chinese numerals where a word is fixed. */
export const rule: Rule = {
  id: 'number-form',
  class: '数字',
  name: '数字的书写形式',
  basis: '《出版物上数字用法》（GB/T 15835—2011） 4.2.3、5.1.1、5.1.7',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['２０２３年→2023年', '星期3→星期三', '12,34万→1234万'],
  run: ({ text }) => [
    ...draftsOf(/[０-９]{1,20}(?:．[０-９]{1,6})?％?/g, text, (match) => ({
      suggestions: [narrow(match[0])],
      explanation: '阿拉伯数字应使用半角字形。',
    })),
    ...draftsOf(/(?<=星期|礼拜)[1-7](?![0-9、.至—-])/g, text, (match) => ({
      suggestions: [weekdays[Number(match[0]) - 1] ?? match[0]],
      explanation: '“星期”后用汉字数字。',
      severity: '必须改',
    })),
    ...draftsOf(
      /(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){0,5},(?:[0-9]{1,2}|[0-9]{4,6})(?:,[0-9]{3}){0,5}(?=[万亿元人个名吨亩户平台套件])/g,
      text,
      (match) => ({
        suggestions: [match[0].replaceAll(',', '')],
        explanation: '多位数用千分撇分节时，应从小数点起每三位一节。',
      }),
    ),
    ...draftsOf(/(?<=[^0-9.]|^)0[0-9]{1,2}(?=(?:人|元|个|名|户|家|万元|亿元|公里|吨))/g, text, (match) => ({
      suggestions: [String(Number(match[0]))],
      explanation: '整数前面不写多余的0。',
      severity: '提示',
    })),
    ...draftsOf(/(?<![0-9])(?:[0-9]{1,3})\.(?:[0-9]{1,3}\.[0-9]{1,3})(?=[%万亿])/g, text, () => ({
      explanation: '数值中有两个小数点，请核对。',
      severity: '必须改',
    })),
    ...draftsOf(
      /初(?:[1-9]|10)(?=[，。、早晚上当这至到是起开])|正月(?:初?[1-9]|1[0-9]|2[0-9]|30)(?![0-9])/g,
      text,
      (match) => ({
        suggestions: [match[0].replace(/\d+/, (value) => lunar(Number(value)))],
        explanation: '农历日期应采用汉字数字。',
      }),
    ),
  ],
}

function lunar(value: number): string {
  const digits = '〇一二三四五六七八九十'
  if (value <= 10) return digits[value] ?? ''
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : digits[value % 10]}`
}
