import { draftsOfPatterns, type Pattern } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const patterns: readonly Pattern[] = [
  { find: /，{2,20}/g, right: '，', why: '逗号连用。' },
  { find: /、{2,20}/g, right: '、', why: '顿号连用。' },
  { find: /；{2,20}/g, right: '；', why: '分号连用。' },
  { find: /：{2,20}/g, right: '：', why: '冒号连用。' },
  { find: /(?<!。)。{2}(?!。)/g, right: '。', why: '句号连用。' },
  { find: /。{3,20}/g, right: '……', why: '省略号应写作六连点“……”，不用句号代替。' },
  { find: /，、|、，|，；|；，|，：|：，|、；|；、/g, right: ['，', '、'], why: '点号连用，应只保留一个。' },
  { find: /，。|、。|；。|：。|。，|。；|。：|。、/g, right: '。', why: '点号连用，应只保留一个。' },
  { find: /。！|！。/g, right: '！', why: '点号连用，应只保留一个。' },
  { find: /。？|？。/g, right: '？', why: '点号连用，应只保留一个。' },
  { find: /，！|！，(?=[一-龥])/g, right: '！', why: '点号连用，应只保留一个。' },
  { find: /，？/g, right: '？', why: '点号连用，应只保留一个。' },
  { find: /[！!]{4,20}/g, right: '！！！', why: '叹号最多叠用三个。', severity: '建议' },
  { find: /[？?]{4,20}/g, right: '？？？', why: '问号最多叠用三个。', severity: '建议' },
  { find: /！？/g, right: '？！', why: '问号与叹号连用时写作“？！”。', severity: '提示', confidence: 0.6 },
  {
    find: /(?<=[。！？])”。/g,
    right: '”',
    why: '引文句末已有标点，引号外不再加句号。',
    severity: '建议',
    confidence: 0.8,
  },
  {
    find: /(?<=。)”(?:，(?=他|她|说|表示|指出|介绍|强调))/g,
    right: '”',
    why: '引文句末已用句号，引号外不再用逗号；如句子未完，句号应改为逗号。',
    severity: '建议',
    confidence: 0.7,
  },
  {
    find: /(?<=[（《“])[，。；、！？](?=[一-龥])/g,
    right: '',
    why: '点号不能紧跟在前括号、前引号之后。',
    severity: '建议',
    confidence: 0.8,
  },
  {
    find: /，(?=[”）》](?:[一-龥]|$))/g,
    right: '',
    why: '引号、括号内末尾的逗号多余或应移到后面，请核对。',
    severity: '提示',
    confidence: 0.4,
  },
]

export const rule: Rule = {
  id: 'doubled-mark',
  class: '标点',
  name: '标点连用',
  basis: '《标点符号用法》（GB/T 15834—2011） 4.2、4.3、第5章',
  severity: '必须改',
  confidence: 0.92,
  scope: 'block',
  examples: ['，，→，', '。。→。', '，。→。'],
  run: ({ text }) => draftsOfPatterns(patterns, text),
}
