import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

/** Characters with which foreign names are written in Chinese. */
const sounds =
  '阿艾安奥巴拜班贝本比彼宾波伯博布查达丹德登迪蒂杜多恩尔法菲费芬弗福盖戈格古哈海汉赫亨洪胡华霍吉加贾杰金卡凯坎康柯科可克肯库拉莱兰朗劳勒雷里利莉连林琳卢鲁路伦罗洛马玛迈曼梅门蒙米密莫姆穆纳内尼娜妮诺欧帕派佩彭皮珀普奇齐钱乔切琴让萨塞桑沙莎山尚舍圣史施舒斯思斯苏索塔泰坦汤特提图托瓦威韦维温翁沃乌吾西希谢辛休亚延扬耶伊易因英尤约泽詹珍芝朱茨兹佐廉逊顿宁夫爱士亚'
const name = `[${sounds}]{2,6}`
const wrongDot = new RegExp(`(?<=${name})[.．•・‧∙⋅](?=${name})`, 'g')
const oddDot = /(?<=[一-鿿])[•・‧∙⋅](?=[一-鿿])/g
const inFestival =
  /(?<=[“”]?[一二三五六七八九十])[·.．•](?=[一二三四五六七八九十]{1,2}(?:节|黄金周|假期|劳动节|运动|国际))/g

export const rule: Rule = {
  id: 'interpunct',
  class: '标点',
  name: '间隔号',
  basis: '《标点符号用法》（GB/T 15834—2011） 4.14（间隔号）',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['卡尔.马克思→卡尔·马克思', '列奥纳多•达•芬奇→列奥纳多·达·芬奇'],
  run: ({ text }) => [
    ...draftsOf(wrongDot, text, () => ({
      suggestions: ['·'],
      explanation: '外国人名各部分之间用间隔号“·”。',
      severity: '必须改',
      confidence: 0.94,
    })),
    ...draftsOf(oddDot, text, () => ({ suggestions: ['·'], explanation: '间隔号应写作居中的“·”（U+00B7）。' })),
    ...draftsOf(inFestival, text, () => ({
      suggestions: [''],
      explanation: '以月、日简称表示的节日，只有“一二·九”等涉及一月、十一月、十二月的才用间隔号，“五一”“六一”等不用。',
      severity: '提示',
    })),
  ],
}
