import { buildAutomaton } from '../../text/automaton.ts'
import { toRanges } from '../../text/ranges.ts'
import { han, matches } from '../../text/scan.ts'
import type { Draft, Rule } from '../../types.ts'
import { pairs } from './table.ts'

const standard = new Map<string, string>()
for (const pair of pairs.replace(/\s/g, '').matchAll(/(.)(.)/g)) standard.set(pair[1] ?? '', pair[2] ?? '')
standard.set('於', '于')

/** 於 is a surname and stands in a few fixed words; the others name people or works that keep their form. */
const legit = buildAutomaton(['於菟', '樊於期', '於陵', '姓於', '於某', '於氏', '於戏', '裏海'])

const anyTraditional = new RegExp(`[${[...standard.keys()].join('')}]{1,40}`, 'g')
const anyHan = new RegExp(`[${han}]`, 'g')

/** A block written in traditional characters throughout is a quotation (an inscription, a couplet), not a slip. */
const isTraditionalText = (text: string, count: number) =>
  count >= 6 && count / (text.match(anyHan)?.length ?? 1) > 0.12

export const rule: Rule = {
  id: 'traditional',
  class: '异体繁体',
  name: '繁体字和异体字',
  basis: '《通用规范汉字表》（2013年）、《国家通用语言文字法》第十一条',
  severity: '必须改',
  confidence: 0.95,
  scope: 'block',
  examples: ['於→于', '國→国', '裡→里'],
  run: ({ text }) => {
    const found = [...matches(anyTraditional, text)]
    if (found.length === 0) return []
    const safe: [number, number][] = []
    legit.scan(text, (_, start, end) => safe.push([start, end]))
    const ranges = toRanges(safe)
    const quoted = isTraditionalText(
      text,
      found.reduce((sum, match) => sum + match[0].length, 0),
    )
    const drafts: Draft[] = []
    for (const match of found) {
      const end = match.index + match[0].length
      if (ranges.touches(match.index, end)) continue
      const right = Array.from(match[0], (char) => standard.get(char) ?? char).join('')
      drafts.push({
        start: match.index,
        end,
        suggestions: [right],
        explanation: quoted
          ? `本段多为繁体字；如非引用原文，“${match[0]}”应写作“${right}”。`
          : `“${match[0]}”是繁体字或异体字，应使用规范汉字“${right}”。`,
        ...(quoted ? { severity: '提示', confidence: 0.6 } : {}),
      })
    }
    return drafts
  },
}
