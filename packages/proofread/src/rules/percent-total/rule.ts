import { matches, shorten } from '../../text/scan.ts'
import type { Draft, Rule } from '../../types.ts'

const clause = /[^。；！？\n]{1,400}/g
const shares =
  /(?:分别(?:占|为)|各占|占比分别(?:为|是|达)?)[^。；！？\n，、和]{0,8}?((?:[0-9]{1,3}(?:\.[0-9]{1,3})?[%％](?:、|和|，|以及|及)?){2,12})/g
const each = /([0-9]{1,3}(?:\.[0-9]{1,3})?)[%％]/g
const share = /占(?:比|总[数量额]的?|全[区市国部]的?)?(?:约|为|达|到了?)?([0-9]{1,3}(?:\.[0-9]{1,3})?)[%％]/g

const sum = (values: readonly number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000

/** Shares that a sentence sets side by side as parts of one whole may not exceed it; rounding is allowed half a point. */
export const rule: Rule = {
  id: 'percent-total',
  class: '数据逻辑',
  name: '占比之和超过100%',
  basis: '同一总体各部分占比之和不超过100%',
  severity: '建议',
  confidence: 0.8,
  scope: 'block',
  examples: ['三类分别占50%、40%和30%（合计120%）'],
  run: ({ text }) => {
    if (!/[%％]/.test(text)) return []
    const drafts: Draft[] = []
    const judge = (start: number, end: number, values: readonly number[]) => {
      const total = sum(values)
      if (values.length < 2 || total <= 100.5) return
      const explanation = `“${shorten(text.slice(start, end))}”各项占比之和为${total}%，超过100%，请核对。`
      drafts.push({ start, end, suggestions: [], explanation })
    }
    for (const match of matches(shares, text)) {
      const list = match[1] ?? ''
      if (
        !/占/.test(match[0].slice(0, 8)) &&
        !/占比|比例|比重/.test(text.slice(Math.max(0, match.index - 30), match.index))
      )
        continue
      const values = [...matches(each, list)].map((found) => Number(found[1]))
      const start = match.index + match[0].length - list.length
      judge(start, start + list.replace(/(?:、|和|，|以及|及)$/, '').length, values)
    }
    for (const sentence of matches(clause, text)) {
      if (!/其中/.test(sentence[0])) continue
      const found = [...matches(share, sentence[0])]
      const [first, last] = [found[0], found.at(-1)]
      if (!first || !last || found.length < 3) continue
      judge(
        sentence.index + first.index,
        sentence.index + last.index + last[0].length,
        found.map((one) => Number(one[1])),
      )
    }
    return drafts
  },
}
