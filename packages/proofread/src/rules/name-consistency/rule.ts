import { matches } from '../../text/scan.ts'
import type { DocumentContext, Draft, Rule } from '../../types.ts'

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾关相查后红游竺权逯盖益桓公'
const titles =
  '书记|主任|局长|区长|镇长|馆长|院长|校长|主席|部长|处长|科长|台长|会长|经理|董事长|所长|站长|队长|教授|记者|医生|老师|民警|居民|村民|市民|选手|队员|党员|志愿者|负责人|代表|委员|工程师'
const says = '(?:说|表示|介绍|告诉|认为|指出|坦言|回忆|透露|感慨|强调)'
const person = new RegExp(
  `(?:${titles})([${surnames}][\\u4e00-\\u9fff]{2})(?=${says}|是|在|为|的|向|、|，|。|和|与|正|带|及|等|$)|(?<=^|[，。；”])([${surnames}][\\u4e00-\\u9fff]{2})(?=${says})`,
  'gm',
)

/** Characters that end such a match without belonging to a name. */
const notInName = /[的了在是和与说为向对把被将也都就还从到们这那个有]/

const differsByOne = (a: string, b: string) => a[0] === b[0] && (a[1] === b[1]) !== (a[2] === b[2])

interface Sighting {
  readonly name: string
  readonly start: number
}

const sightings = (text: string): Sighting[] =>
  [...matches(person, text)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? ''
    return notInName.test(name)
      ? []
      : [{ name, start: match.index + match[0].indexOf(name, match[1] === undefined ? 0 : match[0].length - 3) }]
  })

/** How often a name occurs anywhere in the text. */
const countOf = (text: string, name: string) => text.split(name).length - 1

const sentenceAround = (text: string, at: number) => {
  const before = text.slice(Math.max(0, at - 200), at)
  const after = text.slice(at, at + 200)
  return (
    before.slice(Math.max(...['。', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark))) + 1) +
    (after.split(/[。！？\n]/)[0] ?? '')
  )
}

const maxNames = 200

const run = ({ text }: DocumentContext): Draft[] => {
  const seen = sightings(text)
  const names = [...new Set(seen.map((each) => each.name))].slice(0, maxNames)
  const counts = new Map(names.map((name) => [name, countOf(text, name)]))
  const drafts: Draft[] = []
  for (const rare of names) {
    if (counts.get(rare) !== 1) continue
    const common = names.find((name) => (counts.get(name) ?? 0) >= 2 && differsByOne(name, rare))
    const at = seen.find((each) => each.name === rare)
    // Two people named in one sentence are two people.
    if (!common || !at || sentenceAround(text, at.start).includes(common)) continue
    drafts.push({
      start: at.start,
      end: at.start + rare.length,
      suggestions: [common],
      explanation: `文中多次写作“${common}”，此处写作“${rare}”，请核对是否为同一人。`,
    })
  }
  return drafts
}

export const rule: Rule = {
  id: 'name-consistency',
  class: '前后不一致',
  name: '同一人名前后不一致',
  basis: '同一文稿中人名写法应前后一致',
  severity: '建议',
  confidence: 0.75,
  scope: 'document',
  examples: ['前文“李晓明”，后文“李小明”'],
  run,
}
