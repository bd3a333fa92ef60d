import { buildAutomaton } from '../../text/automaton.ts'
import { toRanges } from '../../text/ranges.ts'
import type { CheckOptions, Draft, Rule } from '../../types.ts'

const prepare = ({ phrases = [] }: CheckOptions) => {
  const rows = phrases.flatMap(({ right, wrong }) => wrong.map((form) => ({ form, right })))
  const rights = phrases.map(({ right }) => right)
  return { rows, automaton: buildAutomaton([...rows.map((row) => row.form), ...rights]) }
}

export const rule: Rule = {
  id: 'phrase',
  class: '固定提法',
  name: '固定提法误写',
  basis: '本单位固定提法库',
  severity: '必须改',
  confidence: 0.95,
  scope: 'block',
  examples: ['由本单位在固定提法库中列出正确写法与常见误写'],
  run: ({ text, options, memo }) => {
    if (!options.phrases?.length) return []
    const { rows, automaton } = memo('phrase', prepare)
    const drafts: Draft[] = []
    const right: [number, number][] = []
    automaton.scan(text, (index, start, end) => {
      const row = rows[index]
      if (!row) right.push([start, end])
      else drafts.push({ start, end, suggestions: [row.right], explanation: `固定提法应为“${row.right}”。` })
    })
    const standing = toRanges(right)
    return drafts.filter(({ start, end }) => !standing.covers(start, end))
  },
}
