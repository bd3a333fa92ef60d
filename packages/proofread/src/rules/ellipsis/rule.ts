import { draftsOfPatterns, han, type Pattern } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const patterns: readonly Pattern[] = [
  { find: /…{1,4}(?=等(?![待候到级着于我你他]))/g, right: '', why: '省略号与“等”不能同时使用。', confidence: 0.9 },
  { find: /(?<=等|等等)…{1,4}/g, right: '', why: '“等”与省略号不能同时使用。', confidence: 0.9 },
  { find: new RegExp(`(?<=[${han}，。！？”])\\.{3,12}`, 'g'), right: '……', why: '省略号应写作六连点“……”。' },
  { find: new RegExp(`(?<=[${han}，。！？”])(?<!…)…(?!…)`, 'g'), right: '……', why: '省略号占两个字位置，应写作“……”。' },
  { find: /(?<!…)…{3}(?!…)|…{5,20}/g, right: '……', why: '省略号应写作“……”；省略整段时可用“…………”。', severity: '提示' },
  {
    find: /(?<=[，、；])……/g,
    right: '……',
    why: '省略号前的逗号、顿号、分号通常不用。',
    severity: '提示',
    confidence: 0.5,
  },
  {
    find: /……(?:[，、；：]|。(?!”))/g,
    right: '……',
    why: '省略号之后通常不再用点号。',
    severity: '提示',
    confidence: 0.5,
  },
  { find: new RegExp(`(?<=[${han}])·{3,6}`, 'g'), right: '……', why: '省略号应写作六连点“……”。' },
]

export const rule: Rule = {
  id: 'ellipsis',
  class: '标点',
  name: '省略号',
  basis: '《标点符号用法》（GB/T 15834—2011） 4.11（省略号）',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['苹果、梨……等→苹果、梨等', '...→……'],
  run: ({ text }) => draftsOfPatterns(patterns, text),
}
