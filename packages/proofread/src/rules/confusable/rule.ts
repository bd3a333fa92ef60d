import { dictionary, parseTable } from '../../text/dictionary.ts'
import type { Rule } from '../../types.ts'
import { confusables, legit } from './table.ts'

const find = dictionary(
  parseTable(confusables),
  legit,
  ({ wrong, rights }) => `“${wrong}”用词易混，此处一般应作“${rights.join('”或“')}”。`,
)

export const rule: Rule = {
  id: 'confusable',
  class: '错别字',
  name: '易混词',
  basis: '《现代汉语词典》（第7版）释义',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['度过难关→渡过难关', '截止目前→截至目前', '转帐→转账'],
  run: ({ text }) => find(text),
}
