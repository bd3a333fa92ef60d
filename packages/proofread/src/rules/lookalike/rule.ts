import { dictionary, parseTable } from '../../text/dictionary.ts'
import type { Rule } from '../../types.ts'
import { legit, lookalikes } from './table.ts'

const find = dictionary(
  parseTable(lookalikes),
  legit,
  ({ wrong, rights }) => `“${wrong}”中有形近误字，应为“${rights.join('”或“')}”。`,
)

export const rule: Rule = {
  id: 'lookalike',
  class: '错别字',
  name: '形近误字',
  basis: '《通用规范汉字表》（2013年）、《现代汉语词典》（第7版）',
  severity: '必须改',
  confidence: 0.96,
  scope: 'block',
  examples: ['己经→已经', '末来→未来', '杜会→社会'],
  run: ({ text }) => find(text),
}
