import { draftsOfPatterns, type Pattern } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

/** A short stretch within one clause. */
const within = (most: number) => `[^，。；：！？\\n]{1,${most}}?`

const pattern = (source: string) => new RegExp(source, 'g')

/** Two sentence patterns run together, or a negation too many. */
const patterns: readonly Pattern[] = [
  {
    find: pattern(`(?:的)?原因是(?:因为|由于)(${within(30)})(?:造成|所致|引起|导致|的结果)的?`),
    right: ['的原因是$1', '是由$1造成的'],
    why: '“原因是……”与“由……造成”杂糅，保留一种句式。',
  },
  { find: /原因是因为|原因是由于/g, right: '原因是', why: '“原因”与“因为”语义重复，保留“原因是”。' },
  {
    find: pattern(`之所以(${within(30)})的?原因是因为`),
    right: '之所以$1是因为',
    why: '“之所以……是因为”与“原因是”杂糅。',
  },
  {
    find: pattern(`(?:是|由)(?:因为|由于)(${within(20)})所致`),
    right: ['是$1所致', '是因为$1'],
    why: '“由于……”与“……所致”杂糅，保留一种。',
  },
  {
    find: pattern(`(?<!不)由于(${within(16)})的原因(?=[，。])`),
    right: ['由于$1', '因$1'],
    why: '“由于”与“的原因”重复，保留一个。',
    severity: '提示',
    confidence: 0.6,
  },
  {
    find: pattern(`本着(${within(16)})为(原则|宗旨|目的)`),
    right: ['本着$1的$2', '以$1为$2'],
    why: '“本着……的原则”与“以……为原则”杂糅。',
  },
  {
    find: pattern(`围绕以(${within(16)})为(中心|核心|重点|主题|主线)`),
    right: ['围绕$1这一$2', '以$1为$2'],
    why: '“围绕……”与“以……为中心”杂糅。',
  },
  { find: pattern(`(?:主要)?由(${within(24)})(?:所)?组成的组成`), right: '由$1组成', why: '“由……组成”重复。' },
  {
    find: pattern(`是以(${within(16)})为主(?:要)?(?:组成|构成)的`),
    right: ['以$1为主', '主要由$1组成'],
    why: '“以……为主”与“由……组成”杂糅。',
  },
  {
    find: pattern(`(?:是)?为了(${within(20)})为目的`),
    right: ['为了$1', '以$1为目的'],
    why: '“为了……”与“以……为目的”杂糅。',
  },
  { find: pattern(`借口以?(${within(12)})为名`), right: ['借口$1', '以$1为名'], why: '“借口……”与“以……为名”杂糅。' },
  {
    find: /深受(?:到)?([一-龥]{2,8})(?:所|的)(?:欢迎|喜爱|好评)所/g,
    right: '深受$1欢迎',
    why: '“深受……欢迎”与“为……所欢迎”杂糅。',
  },
  {
    find: pattern(
      `(?:防止|避免|以免|谨防|杜绝|严防|切忌)(${within(10)})(?:不再|不要?|别|不能)(?=再?(?:次)?(?:发生|出现|重演|扩大|蔓延|反弹))`,
    ),
    right: '防止$1',
    why: '“防止”“避免”已含否定，再用“不”意思就反了。',
  },
  { find: /切忌(?:不要|勿|不可|莫)/g, right: ['切忌', '切勿'], why: '“切忌”即切莫，再用“不要”意思就反了。' },
  {
    find: /无时无刻(?:都|地?都)(?:在)?/g,
    right: ['无时无刻不在', '每时每刻都在'],
    why: '“无时无刻”须与“不”搭配，表示“每时每刻都”。',
  },
  {
    find: /无时无刻(?=(?:在|牵挂|关注|关心|想|惦记|守护))/g,
    right: ['无时无刻不', '时时刻刻'],
    why: '“无时无刻”须与“不”搭配，表示“每时每刻都”。',
  },
  {
    find: pattern(
      `(?:(?<![正现存实所])在|通过|经过)(${within(24)})(?:下|中|后)?，(?:使得?|让)(?![用命馆节者])(?=[一-龥])`,
    ),
    right: [],
    why: '“在……下”“通过……”与“使”连用，容易使句子缺少主语，请核对。',
    severity: '提示',
    confidence: 0.5,
  },
  {
    find: pattern(`(?:靠的是|依靠的是)(${within(20)})(?:取得|得来|实现)的`),
    right: '靠的是$1',
    why: '“靠的是……”与“靠……取得的”杂糅。',
  },
  {
    find: pattern(`(?:关键在于|重点在于|关键是)(${within(20)})(?:是关键|起决定作用|是最重要的)`),
    right: '关键在于$1',
    why: '“关键在于……”与“……是关键”杂糅。',
  },
  {
    find: /不以为然地?(?=(?:觉得|认为)(?:没关系|无所谓|不要紧))/g,
    right: '不以为意',
    why: '“不以为然”指不认为是对的，此处应为“不以为意”。',
  },
  {
    find: /(?:据|根据)([一-龥]{2,12})(?:报道|介绍|统计|调查)(?:说|称|显示|表明)(?=，)/g,
    right: [],
    why: '“据……报道”与“……报道说”杂糅，保留一种。',
    severity: '提示',
    confidence: 0.6,
  },
  { find: pattern(`(?:高达|多达|达)(${within(10)})以下`), right: [], why: '“高达”与“以下”矛盾。' },
  {
    find: /(?:降低|下降|减少|缩短|缩小|降|减)了?(?:近|约|超过|超)?([0-9一二两三四五六七八九十百]{1,6}(?:\.[0-9]{1,3})?)倍/g,
    right: [],
    why: '数量减少不能用“倍”表示，应改用百分数或分数。',
    confidence: 0.9,
  },
]

export const rule: Rule = {
  id: 'mixed-pattern',
  class: '语法',
  name: '句式杂糅与否定失当',
  basis: '《现代汉语》语病类型：句式杂糅、不合逻辑',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['原因是因为→原因是', '本着便民为原则→本着便民的原则', '防止事故不再发生→防止事故再发生'],
  run: ({ text }) => draftsOfPatterns(patterns, text),
}
