import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const number = '[0-9]{1,12}(?:\\.[0-9]{1,4})?'
const joint = '[-—–~～至到]'
const percent = new RegExp(`(?<![0-9.A-Za-z—-])(${number})(${joint})(${number})([%％‰])`, 'g')
const large = new RegExp(`(?<![0-9.A-Za-z—-])(${number})([-—–~～])(${number})([万亿]元?)(?![0-9])`, 'g')

/** In 9～16亿 the first number has lost its 亿: the standard wants 9亿～16亿 and 15%～30%. */
export const rule: Rule = {
  id: 'number-range',
  class: '数字',
  name: '数值范围',
  basis: '《出版物上数字用法》（GB/T 15835—2011） 5.1.3',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['3.5-4%→3.5%—4%', '9～16亿→9亿～16亿'],
  run: ({ text }) => [
    ...draftsOf(percent, text, (match) => {
      const [, a, sign, b, unit] = match
      const right = sign === '-' || sign === '–' || sign === '~' ? '—' : sign
      return {
        suggestions: [`${a}${unit}${right}${b}${unit}`],
        explanation: '表示数值范围时，前一个数值的百分号不能省略。',
      }
    }),
    ...draftsOf(large, text, (match) => {
      const [, a, sign, b, unit] = match
      const right = sign === '-' || sign === '–' || sign === '~' ? '—' : sign
      return {
        suggestions: [`${a}${unit}${right}${b}${unit}`],
        explanation: `表示数值范围时，前一个数值的“${unit}”省略会造成歧义，不应省略。`,
      }
    }),
    ...draftsOf(new RegExp(`(?<![0-9.])(${number}[%％℃])[-~–](${number}[%％℃])`, 'g'), text, (match) => ({
      suggestions: [`${match[1]}—${match[2]}`],
      explanation: '数值范围用一字线“—”或浪纹线“～”连接，不用半角短横线。',
      severity: '提示',
    })),
  ],
}
