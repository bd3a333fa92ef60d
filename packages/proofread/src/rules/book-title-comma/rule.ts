import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

export const rule: Rule = {
  id: 'book-title-comma',
  class: '标点',
  name: '并列书名号、引号之间的顿号',
  basis: '《标点符号用法》（GB/T 15834—2011） 4.5.3.5',
  severity: '提示',
  confidence: 0.8,
  scope: 'block',
  examples: ['《红楼梦》、《西游记》→《红楼梦》《西游记》'],
  run: ({ text }) =>
    draftsOf(/(?<=》)、(?=《)|(?<=”)、(?=“)/g, text, () => ({
      suggestions: [''],
      explanation: '标有书名号或引号的并列成分之间通常不用顿号。',
    })),
}
