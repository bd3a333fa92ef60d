import { dictionary, parseTable } from '../../text/dictionary.ts'
import type { Rule } from '../../types.ts'
import { legit, words } from './table.ts'

const find = dictionary(parseTable(words), legit)

export const rule: Rule = {
  id: 'wrong-word',
  class: '错别字',
  name: '常见错别词',
  basis: '《现代汉语词典》（第7版）词形',
  severity: '必须改',
  confidence: 0.95,
  scope: 'block',
  examples: ['布署→部署', '侯选人→候选人', '招聘启示→招聘启事'],
  run: ({ text }) => find(text),
}
