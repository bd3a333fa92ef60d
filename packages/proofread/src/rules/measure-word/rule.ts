import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

/** Noun groups with the measure words that fit; a measure word of `all` outside the group's list is wrong. */
const groups: readonly (readonly [nouns: string, fit: string, best: string])[] = [
  ['狗(?![粮窝])|小狗|警犬|猫|小猫|老鼠|兔子|小鸡', '只条群窝些种', '只'],
  ['猪(?![肉场])|小猪|野猪', '头只口群窝些种', '头'],
  ['牛(?![排肉仔奶油])|奶牛|黄牛|水牛|骡子', '头只群些种', '头'],
  ['马(?![路上车甲力桶场克拉航来英尔里斯德])|骏马|战马', '匹群些种', '匹'],
  ['羊(?![肉毛绒])|山羊|绵羊|羊羔|羔羊', '只头群些种', '只'],
  ['鱼(?![塘缸竿网肉片])|金鱼|鲤鱼|草鱼|蛇', '条尾群些种', '条'],
  ['大象', '头只群些', '头'],
  ['桥(?![梁墩头段])|大桥|立交桥|石桥', '座些种', '座'],
  ['汽车|轿车|公交车|卡车|货车|自行车|摩托车|消防车|救护车', '辆台部些种排批', '辆'],
  ['飞机(?![场票])|直升机|客机', '架批些种', '架'],
  ['列火车|火车(?![站票])', '列趟辆节班些', '列'],
  ['轮船|渔船|货船|客船|游船', '艘条只批些', '艘'],
  ['论文|社论|通讯稿|演讲稿', '篇些批组', '篇'],
  ['诗歌|民歌|儿歌|歌曲', '首支些组种批', '首'],
  ['报纸', '张份种些家摞', '份'],
  ['衣服|衬衫|上衣|毛衣|棉衣|大衣', '件套身种些批', '件'],
  ['裤子|裙子|毛巾|围巾|领带|被子', '条种些套床件批', '条'],
  ['医院(?![院长])|学校(?![校长])|工厂|银行', '所家个间座批些类', '家'],
  ['对联|春联|眼镜|手套|扑克牌', '副幅双些种批', '副'],
]

const all = '只条头匹口尾座辆架列艘篇首份张件支把根枚棵朵所家间'
const number = '(?<![第头0-9])(?:[0-9]{1,4}|[一二三四五六七八九十百两几]{1,3}|这|那|每)'

const counted = new RegExp(`(?<=${number})[${all}](?=[\\u4e00-\\u9fff])`, 'g')

const heads = groups.map(([nouns, fit, best]) => ({ noun: new RegExp(`^(?:${nouns})`), fit, best }))

/** The longest noun of any group follows the measure word. */
const longest = 8

export const rule: Rule = {
  id: 'measure-word',
  class: '量词',
  name: '量词搭配',
  basis: '《现代汉语八百词》附录“名词、量词配合表”',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['一匹狗→一只狗', '三只马→三匹马', '一辆飞机→一架飞机'],
  run: ({ text }) =>
    draftsOf(counted, text, (match) => {
      const after = text.slice(match.index + 1, match.index + 1 + longest)
      const group = heads.find(({ noun }) => noun.test(after))
      if (!group || group.fit.includes(match[0])) return undefined
      return {
        suggestions: [group.best],
        explanation: `量词“${match[0]}”与后面的名词不搭配，一般用“${group.best}”。`,
      }
    }),
}
