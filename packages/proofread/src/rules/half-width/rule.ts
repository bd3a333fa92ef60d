import { draftsOf, han } from '../../text/scan.ts'
import type { Draft, Rule } from '../../types.ts'

const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
}

const afterHan = new RegExp(`(?<=[${han}”’》）」』])[,;?!](?![,;?!])`, 'g')
const colonAfterHan = new RegExp(`(?<=[${han}”》）]):(?!//)`, 'g')
const beforeHan = new RegExp(`(?<=[A-Za-z0-9%℃])[,;](?=[${han}“《])`, 'g')
const stop = new RegExp(`(?<=[${han}”’》）])\\.(?=$|[\\n”’」]|[${han}])`, 'g')
const openHan = new RegExp(`\\((?=[${han}])`, 'g')
const closeHan = new RegExp(`(?<=[${han}])\\)`, 'g')
const straight = new RegExp(`"(?=[${han}《])[^"\\n]{1,200}"|"[^"\\n]{1,200}(?<=[${han}。！？》])"`, 'g')
/** 一. at the head of a line numbers a section: the mark there is 、 */
const sectionNumber = /^\s{0,8}[一二三四五六七八九十]{1,3}$/

/** Straight quotation marks in pairs: the pair becomes two findings so that the words between stay untouched. */
const quotes = (text: string): Draft[] => {
  const drafts: Draft[] = []
  for (const match of text.matchAll(straight)) {
    const explanation = '中文文稿应使用弯引号“”，不用直引号。'
    const end = match.index + match[0].length
    drafts.push({ start: match.index, end: match.index + 1, suggestions: ['“'], explanation })
    drafts.push({ start: end - 1, end, suggestions: ['”'], explanation })
  }
  return drafts.map((draft) => ({ ...draft, severity: '建议' as const, confidence: 0.85 }))
}

export const rule: Rule = {
  id: 'half-width',
  class: '标点',
  name: '中文中的半角标点',
  basis: '《标点符号用法》（GB/T 15834—2011） 第5章（标点符号的位置和书写形式）',
  severity: '必须改',
  confidence: 0.93,
  scope: 'block',
  examples: ['开幕,大家→开幕，大家', '(记者张三)→（记者张三）'],
  run: ({ text }) => {
    if (!/[,;:?!.()"]/.test(text)) return []
    const widen = (find: RegExp, severity?: Draft['severity']) =>
      draftsOf(find, text, (match) => {
        const numbering = match[0] === '.' && sectionNumber.test(text.slice(Math.max(0, match.index - 12), match.index))
        const right = numbering ? '、' : (full[match[0]] ?? match[0])
        return {
          suggestions: [right],
          explanation: `中文文稿中的“${match[0]}”是半角标点，应改为“${right}”。`,
          ...(severity ? { severity } : {}),
        }
      })
    return [
      ...widen(afterHan),
      ...widen(colonAfterHan, '建议'),
      ...widen(beforeHan),
      ...widen(stop, '建议'),
      ...widen(openHan, '建议'),
      ...widen(closeHan, '建议'),
      ...quotes(text),
    ]
  },
}
