import { dayExists } from '../../text/calendar.ts'
import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const number = '[0-9]{1,9}(?:\\.[0-9]{1,4})?'
const unit = '[%％℃岁元万亿吨人名个天米度]'
const range = new RegExp(`(?<![0-9.A-Za-z/—～-])(${number})(${unit}?)([—～~-])(${number})(${unit})(?![0-9])`, 'g')
const years = /(?<![0-9.—-])((?:19|20)[0-9]{2})年?([—～~-]|至)((?:19|20)[0-9]{2})年(?!级)/g
const days = /(?<![0-9])([0-9]{1,2})月([0-9]{1,2})日(?:[—～~-]|至)(?:([0-9]{1,2})月)?([0-9]{1,2})日/g
/** A fall is told from high to low. */
const falling = /(?:从|由|降|减|跌|落|缩|收窄|回落)[^，。；]{0,6}$/

export const rule: Rule = {
  id: 'range-reversed',
  class: '数据逻辑',
  name: '区间倒置',
  basis: '《出版物上数字用法》（GB/T 15835—2011） 5.1.3；数值区间应由小到大',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['60—18岁→18—60岁', '5月7日至5月1日→5月1日至5月7日'],
  run: ({ text }) => [
    ...draftsOf(range, text, (match) => {
      const [, low = '', first = '', joint = '', high = '', second = ''] = match
      if (first !== '' && first !== second) return undefined
      if (Number(low) <= Number(high) || falling.test(text.slice(Math.max(0, match.index - 10), match.index)))
        return undefined
      if (Number(low) >= 1900 && Number(low) <= 2100 && first === '') return undefined
      return {
        suggestions: [`${high}${first}${joint}${low}${second}`],
        explanation: `区间的起点${low}大于终点${high}，请核对。`,
      }
    }),
    ...draftsOf(years, text, (match) => {
      const [, from = '', joint = '', to = ''] = match
      if (Number(from) <= Number(to)) return undefined
      return { suggestions: [`${to}${joint}${from}年`], explanation: '起始年份晚于终止年份，请核对。' }
    }),
    ...draftsOf(days, text, (match) => {
      const [month, day, toMonth, toDay] = [
        Number(match[1]),
        Number(match[2]),
        Number(match[3] ?? match[1]),
        Number(match[4]),
      ]
      const year = 2024
      if (!dayExists({ year, month, day }) || !dayExists({ year, month: toMonth, day: toDay })) return undefined
      const wraps = month - toMonth >= 6
      if (wraps || month * 100 + day <= toMonth * 100 + toDay) return undefined
      return { explanation: '起始日期晚于终止日期，请核对。' }
    }),
  ],
}
