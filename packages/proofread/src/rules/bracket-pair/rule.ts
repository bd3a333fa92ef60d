import { pairMarks } from '../../text/pairs.ts'
import type { Draft, Rule } from '../../types.ts'

const kinds = '（）()【】〔〕[]［］《》〈〉「」『』'

const partner = (mark: string) => kinds.charAt(kinds.indexOf(mark) ^ 1)

/** '1）', 'a)', '（1' at the head of an item or after a stop: numbering, not a bracket that lost its partner. */
const isNumbering = (text: string, at: number) =>
  /[)）]/.test(text.charAt(at)) &&
  /(?:^|[\s，。；：、！？])[0-9A-Za-z一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, at - 5), at))

/** ':)' and its kind. */
const isFace = (text: string, at: number) => /[:;=][-']?[()]$/.test(text.slice(Math.max(0, at - 2), at + 1))

const inner = (open: string) => (open === '《' ? ['〈', '〉'] : open === '（' ? ['〔', '〕'] : undefined)

export const rule: Rule = {
  id: 'bracket-pair',
  class: '标点',
  name: '括号、书名号配对与嵌套',
  basis: '《标点符号用法》（GB/T 15834—2011） 4.9（括号）、4.15（书名号）',
  severity: '必须改',
  confidence: 0.9,
  scope: 'block',
  examples: ['《规划→《规划》', '（记者 张三)→（记者 张三）'],
  run: ({ text }) => {
    const found = pairMarks(text, kinds, (at) => isNumbering(text, at) || isFace(text, at))
    const drafts: Draft[] = []
    for (const at of found.opens) {
      const mark = text.charAt(at)
      drafts.push({ start: at, end: at + 1, suggestions: [], explanation: `“${mark}”没有配对的“${partner(mark)}”。` })
    }
    for (const at of found.closes) {
      const mark = text.charAt(at)
      drafts.push({
        start: at,
        end: at + 1,
        suggestions: [],
        explanation: `“${mark}”前面没有配对的“${partner(mark)}”。`,
      })
    }
    for (const [open, close] of found.crossed) {
      const half = '()[]'.includes(text.charAt(open))
      const at = half ? open : close
      const right = half ? partner(text.charAt(close)) : partner(text.charAt(open))
      drafts.push({
        start: at,
        end: at + 1,
        suggestions: [right],
        explanation: `“${text.charAt(open)}”与“${text.charAt(close)}”不是一对，前后括号形式应一致。`,
      })
    }
    for (const [open, close] of found.nested) {
      const marks = inner(text.charAt(open))
      if (!marks) continue
      const explanation = `“${text.charAt(open)}”里面再用同类标号时，内层应改用“${marks.join('')}”。`
      drafts.push({ start: open, end: open + 1, suggestions: [marks[0] ?? ''], explanation, severity: '建议' })
      drafts.push({ start: close, end: close + 1, suggestions: [marks[1] ?? ''], explanation, severity: '建议' })
    }
    return drafts
  },
}
