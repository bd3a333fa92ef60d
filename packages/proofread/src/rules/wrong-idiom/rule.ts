import { dictionary, parseTable } from '../../text/dictionary.ts'
import type { Rule } from '../../types.ts'
import { idioms } from './table.ts'

const find = dictionary(
  parseTable(idioms),
  [],
  ({ wrong, rights }) => `成语“${wrong}”有误，规范写法为“${rights.join('”或“')}”。`,
)

export const rule: Rule = {
  id: 'wrong-idiom',
  class: '成语',
  name: '成语误写',
  basis: '《现代汉语词典》（第7版）、《成语大词典》词形',
  severity: '必须改',
  confidence: 0.97,
  scope: 'block',
  examples: ['迫不急待→迫不及待', '走头无路→走投无路', '再接再励→再接再厉'],
  run: ({ text }) => find(text),
}
