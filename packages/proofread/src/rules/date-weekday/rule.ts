import { dayExists, parseDay, weekday, type Day } from '../../text/calendar.ts'
import { draftsOf } from '../../text/scan.ts'
import type { CheckOptions, Draft, Rule } from '../../types.ts'

const names = '日一二三四五六'
const dated =
  /(?<=(?<![0-9])(?:([0-9]{4})年)?(?<![0-9.])([0-9]{1,2})月([0-9]{1,2})[日号]\s?[（(，]?\s?(?:星期|周|礼拜))([一二三四五六日天末])(?![0-9年期岁])/g

/** A date without a year means the one nearest to the publication day. */
const nearest = (month: number, day: number, published: Day): Day => {
  const at = (each: Day) => Date.UTC(each.year, each.month - 1, each.day)
  const years = [published.year, published.year - 1, published.year + 1]
  const days = years.map((year) => ({ year, month, day })).filter(dayExists)
  const distance = (each: Day) => Math.abs(at(each) - at(published))
  return days.reduce(
    (best, each) => (distance(each) < distance(best) ? each : best),
    days[0] ?? { year: published.year, month, day },
  )
}

const publishedDay = (options: CheckOptions) => (options.publishedOn ? parseDay(options.publishedOn) : undefined)

export const rule: Rule = {
  id: 'date-weekday',
  class: '日期',
  name: '日期与星期不符',
  basis: '公历历法',
  severity: '必须改',
  confidence: 0.97,
  scope: 'block',
  examples: ['2024年5月1日星期二→星期三'],
  run: ({ text, options }) => {
    const published = publishedDay(options)
    return draftsOf(dated, text, (match): Omit<Draft, 'start' | 'end'> | undefined => {
      const [month, day] = [Number(match[2]), Number(match[3])]
      const stated = match[4] ?? ''
      const date = match[1] ? { year: Number(match[1]), month, day } : published && nearest(month, day, published)
      if (!date || stated === '末' || !dayExists(date) || date.year < 1900 || date.year > 2100) return undefined
      const real = names[weekday(date)] ?? ''
      if (real === stated || (real === '日' && stated === '天')) return undefined
      return {
        suggestions: [real],
        explanation: `${date.year}年${date.month}月${date.day}日是星期${real}，不是星期${stated}。`,
        ...(match[1] ? {} : { severity: '建议', confidence: 0.85 }),
      }
    })
  },
}
