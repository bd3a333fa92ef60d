import { dictionary, parseTable } from '../../text/dictionary.ts'
import type { Rule } from '../../types.ts'
import { forms, legit } from './table.ts'

const find = dictionary(
  parseTable(forms),
  legit,
  ({ wrong, rights }) => `“${wrong}”是异形词或旧写法，推荐使用“${rights.join('”或“')}”。`,
)

export const rule: Rule = {
  id: 'word-form',
  class: '异形词',
  name: '异形词推荐词形',
  basis: '《第一批异形词整理表》（GF 1001—2001）、《现代汉语词典》（第7版）',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['份内→分内', '定单→订单', '惟一→唯一'],
  run: ({ text }) => find(text),
}
