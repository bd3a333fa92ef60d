import { draftsOfPatterns, type Pattern } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

/** A number before the symbol, and no type designation such as 图-22M3. */
const after = '(?<=(?<![-A-Za-z0-9.])[0-9.]{1,12} ?)'
const symbol = (wrong: string, right: string): Pattern => ({
  find: new RegExp(`${after}(?:${wrong})(?![A-Za-z0-9²³/])`, 'g'),
  right,
  why: `计量单位符号应写作“${right}”，注意大小写。`,
})

const patterns: readonly Pattern[] = [
  symbol('KM|Km|kM', 'km'),
  symbol('KG|Kg|kG', 'kg'),
  symbol('CM|Cm', 'cm'),
  symbol('MM|Mm', 'mm'),
  symbol('ML|Ml', 'mL'),
  symbol('KW|Kw|kw', 'kW'),
  symbol('KWH|KWh|kwh|Kwh|kwH', 'kW·h'),
  symbol('KV|Kv|kv', 'kV'),
  symbol('MHZ|Mhz|mHz|mhz', 'MHz'),
  symbol('GHZ|Ghz|ghz', 'GHz'),
  symbol('KHZ|Khz|khz|KHz', 'kHz'),
  symbol('HZ|hz', 'Hz'),
  symbol('pa|PA', 'Pa'),
  symbol('KPA|Kpa|kpa|KPa', 'kPa'),
  symbol('MPA|Mpa|mpa', 'MPa'),
  symbol('M2|m2|㎡', 'm²'),
  symbol('M3|m3', 'm³'),
  symbol('Mah|MAH|mah|mAH', 'mA·h'),
  { find: /摄氏([0-9]{1,3}(?:\.[0-9])?)度/g, right: '$1摄氏度', why: '单位名称“摄氏度”是整体，不能拆开。' },
  { find: /摄氏零下([0-9]{1,3}(?:\.[0-9])?)度/g, right: '零下$1摄氏度', why: '单位名称“摄氏度”是整体，不能拆开。' },
  { find: /(?<=[0-9])(?:度C|°c|oC(?![A-Za-z]))/g, right: '℃', why: '摄氏度的符号是“℃”。' },
  {
    find: /(?<=[0-9万亿余多]个?)平方(?=[，。；、）]|的(?:房|住宅|面积|空间|厂房|场地|公寓))/g,
    right: '平方米',
    why: '面积单位应写全称“平方米”。',
  },
  {
    find: /(?<=[0-9万亿余多])立方(?=[，。；、）]|的(?:水|土|沙|混凝土|天然气))/g,
    right: '立方米',
    why: '体积单位应写全称“立方米”。',
  },
  {
    find: /(?<=[0-9万亿余多一二两三四五六七八九十百千])公分(?=[，。；、）高长宽厚深]|的)/g,
    right: '厘米',
    why: '“公分”不是法定计量单位名称。',
  },
  {
    find: /(?<=[0-9万亿余多一二两三四五六七八九十百千])(?:立升|公升)/g,
    right: '升',
    why: '“立升”“公升”不是法定计量单位名称。',
  },
  {
    find: /(?<=[0-9万余多一二两三四五六七八九十百千])华里/g,
    right: '里',
    why: '“华里”不是法定计量单位，宜换算为公里或千米。',
    severity: '提示',
    confidence: 0.5,
  },
  { find: /(?<=[0-9])(?:英吋|吋)/g, right: '英寸', why: '“吋”是已淘汰的计量用字，应写作“英寸”。' },
  { find: /(?<=[0-9])(?:英呎|呎)/g, right: '英尺', why: '“呎”是已淘汰的计量用字，应写作“英尺”。' },
  { find: /(?<=[0-9])浬/g, right: '海里', why: '“浬”是已淘汰的计量用字，应写作“海里”。' },
  { find: /(?<=[0-9])瓩/g, right: '千瓦', why: '“瓩”是已淘汰的计量用字，应写作“千瓦”。' },
]

export const rule: Rule = {
  id: 'unit',
  class: '单位',
  name: '计量单位',
  basis: 'GB 3100—1993；《中华人民共和国法定计量单位》',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['10KM→10km', '摄氏20度→20摄氏度', '100平方→100平方米'],
  run: ({ text }) => (/[0-9公立华万百十千]/.test(text) ? draftsOfPatterns(patterns, text) : []),
}
