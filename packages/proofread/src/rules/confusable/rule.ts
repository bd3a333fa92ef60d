import { dictionary, parseTable } from '../../text/dictionary.ts'
import { draftsOfPatterns, type Pattern } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'
import { confusables, legit } from './table.ts'

const find = dictionary(
  parseTable(confusables),
  legit,
  ({ wrong, rights }) => `“${wrong}”用词易混，此处一般应作“${rights.join('”或“')}”。`,
)

/** Confusions that only their surroundings settle. At the head of a clause 截止 is meant as 截至; 征集截止到3月 is right. */
const contexts: readonly Pattern[] = [
  {
    find: /(?<=^|[，。；：“（\n])截止到?(?=[0-9]{1,4}[年月日时]|目前|昨|今|上午|下午|现在|当前|发稿)/gm,
    right: '截至',
    why: '“截止”指到期停止，后面不带时间；表示“到某时为止”用“截至”。',
  },
]

export const rule: Rule = {
  id: 'confusable',
  class: '错别字',
  name: '易混词',
  basis: '《现代汉语词典》（第7版）释义',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['度过难关→渡过难关', '截止目前→截至目前', '转帐→转账'],
  run: ({ text }) => [...find(text), ...draftsOfPatterns(contexts, text)],
}
