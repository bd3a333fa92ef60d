import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

/** Function characters that nobody doubles on purpose. Verbs and adjectives that reduplicate (看看, 慢慢) are left alone. */
const doubled = /([的了是在和与为被将有也都就而及以于从由其该您们到地着并或要能把对得过])\1{1,20}/g

/** By character, what may follow the pair because it begins a word there: 稳定和|和谐, 为了|了解. */
const followers: Readonly<Record<string, string>> = {
  的: '确士哥',
  了: '不解之望结分却心一然事',
  是: '非否',
  在: '线建校职场岗乎意编',
  和: '平谐睦解美气善田声',
  与: '会',
  为: '民何人了此期首政官',
  将: '领士军来就帅信错',
  有: '关利效机些限序力益形的偿害时没着',
  都: '市会督江',
  就: '业地近是医读餐诊任绪座',
  而: '且后',
  及: '时格早',
  以: '色及后来前上下内外往便免',
  从: '严业事容政教小此前军',
  由: '于此衷来',
  其: '他它中实次余',
  到: '位底场达处期岗访账来',
  地: '方区质下理铁处点面震域标球图势段道产',
  着: '力手重眼装陆落急想实火',
  并: '购入且非轨网重行列',
  要: '求素点闻事件领塞道',
  能: '源量力耗够效动见否干',
  把: '握手关脉控守门柄',
  对: '外方手口象照接策待话于应比抗立联决子',
  得: '到以出知分失益奖当',
  过: '程渡年节滤期瘾往去度场户硬冬磅关',
}

/** By character, what may stand before the pair because it ends a word there: 目的|的, 基地|地. */
const leaders: Readonly<Record<string, string>> = {
  的: '目打是标',
  了: '不甚时能罢为临明',
  是: '但就还可若总老硬只如国于凡或',
  在: '现正存实所内外潜自好',
  和: '共饱总缓柔温平求调中融随谐',
  与: '参给赋授赐',
  为: '作成因行认称以人名列设视极大',
  将: '名大老女小主战闯干武即必健',
  有: '所没只具拥含占公国私享富固原还',
  都: '首成古故全丰',
  就: '成造早那',
  于: '由关对至属位等终善鉴基处在',
  及: '以涉普埃危波顾',
  到: '得遇看听做感达想受收找',
  地: '各基当本土产属营工场草湿绿林耕外内农园阵高盆特就天大两圣随实异',
  着: '沿随接跟',
  要: '主重需必只首纪想险',
  能: '功可智性才节技动热职产势效潜不',
  把: '一大火拖几两',
  对: '面针相结一绝反成应',
  得: '觉获取值懂显记心使难博赢求所',
  过: '通经超难不度错路',
  从: '自服听顺跟遵',
  并: '合兼吞',
  以: '可所足难予加得用',
  其: '尤极与',
  由: '自理缘经',
  们: '哥爷娘',
}

export const rule: Rule = {
  id: 'repeated-char',
  class: '重复',
  name: '虚字重复',
  basis: '虚词一般不重叠（参见《现代汉语八百词》）',
  severity: '必须改',
  confidence: 0.93,
  scope: 'block',
  examples: ['我们的的工作→我们的工作', '进行了了检查→进行了检查'],
  run: ({ text }) =>
    draftsOf(doubled, text, (match) => {
      const char = match[1] ?? ''
      if (match[0].length === 2) {
        const before = text.charAt(match.index - 1)
        const after = text.charAt(match.index + 2)
        if (after !== '' && followers[char]?.includes(after)) return undefined
        if (before !== '' && leaders[char]?.includes(before)) return undefined
        if (before !== '' && before === after.charAt(0)) return undefined
        if (isDoubledPair(text, match.index)) return undefined
      }
      return { suggestions: [char], explanation: `“${char}”重复，应删去多余的字。` }
    }),
}

/** 是是非非, 和和美美, 从从容容: the neighbour is doubled too. */
function isDoubledPair(text: string, at: number): boolean {
  const [a, b, c, d] = [text[at - 2], text[at - 1], text[at + 2], text[at + 3]]
  return (a !== undefined && a === b) || (c !== undefined && c === d)
}
