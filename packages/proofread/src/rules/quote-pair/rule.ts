import { pairMarks, type Unpaired } from '../../text/pairs.ts'
import type { Draft, PlacedBlock, Rule } from '../../types.ts'

const kinds = '“”‘’'

/** ’ between Latin letters is an apostrophe (it’s, O’Neill), and so is one before a two-digit year. */
const isApostrophe = (text: string, at: number) =>
  /[‘’]/.test(text.charAt(at)) && (/[A-Za-z]/.test(text.charAt(at - 1)) || /[0-9]/.test(text.charAt(at + 1)))

/** How far below an unclosed mark its partner may stand, in paragraphs. */
const reach = 30

/**
 * A quotation of several paragraphs opens in each and closes in the last; a wrapped text opens in one line and closes in a
 * later one. Both count as paired.
 */
const dropSpanning = (blocks: readonly PlacedBlock[], found: readonly Unpaired[]) => {
  const paired = new Set<number>()
  blocks.forEach((block, index) => {
    const open = found[index]?.opens.at(-1)
    if (open === undefined) return
    for (let below = index + 1; below < blocks.length && below <= index + reach; below++) {
      const next = blocks[below]
      const state = found[below]
      if (!next || !state) return
      const close = state.closes[0]
      const continues = /^\s{0,8}[“‘]/.test(next.text)
      if (close === undefined && !continues && state.opens.length > 0) return
      if (continues) {
        paired.add(block.start + open)
        return
      }
      if (close !== undefined) {
        paired.add(block.start + open)
        paired.add(next.start + close)
        return
      }
    }
  })
  return paired
}

const draftsOfBlock = ({ text, start }: PlacedBlock, found: Unpaired, paired: ReadonlySet<number>): Draft[] => {
  const drafts: Draft[] = []
  const add = (at: number, suggestions: string[], explanation: string, severity?: Draft['severity']) => {
    if (paired.has(start + at)) return
    drafts.push({ start: start + at, end: start + at + 1, suggestions, explanation, ...(severity ? { severity } : {}) })
  }
  const last = found.opens.at(-1)
  const turned = found.opens.length === 2 && found.closes.length === 0 && text.charAt(found.opens[0] ?? 0) === '“'
  for (const at of found.opens) {
    if (turned && at === last && text.charAt(at) === '“') add(at, ['”'], '此处应为后引号“””。')
    else if (!turned) add(at, [], `前引号“${text.charAt(at)}”没有配对的后引号。`)
  }
  for (const at of found.closes) add(at, [], `后引号“${text.charAt(at)}”没有配对的前引号。`)
  for (const [open, close] of found.nested) {
    if (text.charAt(open) !== '“') continue
    add(open, ['‘'], '双引号里面再用引号时，内层应使用单引号。', '建议')
    add(close, ['’'], '双引号里面再用引号时，内层应使用单引号。', '建议')
  }
  return drafts
}

export const rule: Rule = {
  id: 'quote-pair',
  class: '标点',
  name: '引号配对与嵌套',
  basis: '《标点符号用法》（GB/T 15834—2011） 4.8（引号）',
  severity: '必须改',
  confidence: 0.88,
  scope: 'document',
  examples: ['“一网通办平台→“一网通办”平台', '“他说“好””→“他说‘好’”'],
  run: ({ blocks }) => {
    const found = blocks.map(({ text }) => pairMarks(text, kinds, (at) => isApostrophe(text, at)))
    const paired = dropSpanning(blocks, found)
    return blocks.flatMap((block, index) => {
      const each = found[index]
      return each ? draftsOfBlock(block, each, paired) : []
    })
  },
}
