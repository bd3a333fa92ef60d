import { monthLength } from '../../text/calendar.ts'
import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const chinese = /(?<![0-9])(?:([0-9]{4})年)?(?<![0-9.])([0-9]{1,2})月([0-9]{1,2})[日号](?![码楼线院店])/g
const numeric = /(?<![0-9./-])((?:19|20)[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9./-])/g
const clock =
  /(?<![0-9:：.])([0-9]{1,2})[:：]([0-9]{2})(?:[:：]([0-9]{2}))?(?=[，。；、）至到—-]|开始|结束|起|前|后|许|左右|发车|到达)/g
const spoken = /(?<![0-9.])([0-9]{1,3})(?:时|点)([0-9]{1,2})分(?![之钟])/g

const name = (year: number | undefined, month: number) => `${year === undefined ? '' : `${year}年`}${month}月`

const judge = (year: number | undefined, month: number, day: number) => {
  if (month < 1 || month > 12) return `没有${month}月，日期有误。`
  const last = monthLength(month, year)
  if (day < 1 || day > last) return `${name(year, month)}只有${last}天，没有${day}日。`
  return undefined
}

export const rule: Rule = {
  id: 'date-exists',
  class: '日期',
  name: '不存在的日期和时刻',
  basis: '公历历法',
  severity: '必须改',
  confidence: 0.97,
  scope: 'block',
  examples: ['2月30日', '2023年2月29日', '25时61分'],
  run: ({ text }) => [
    ...draftsOf(chinese, text, (match) => {
      const year = match[1] === undefined ? undefined : Number(match[1])
      const explanation = judge(year, Number(match[2]), Number(match[3]))
      return explanation ? { explanation } : undefined
    }),
    ...draftsOf(numeric, text, (match) => {
      const explanation = judge(Number(match[1]), Number(match[3]), Number(match[4]))
      return explanation ? { explanation } : undefined
    }),
    ...draftsOf(spoken, text, (match) => {
      const [hour, minute] = [Number(match[1]), Number(match[2])]
      if (hour <= 24 && minute < 60) return undefined
      return { explanation: '时刻不存在：时不超过24，分不超过59。' }
    }),
    ...draftsOf(clock, text, (match) => {
      const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
      if (hour <= 24 && minute < 60 && second < 60) return undefined
      return { explanation: '时刻不存在：时不超过24，分、秒不超过59。', severity: '建议', confidence: 0.7 }
    }),
  ],
}
