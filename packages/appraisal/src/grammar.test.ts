import { describe, expect, it } from 'vitest'
import { baseValue, kindOf, parseValue, polarity } from './grammar.ts'

describe('values', () => {
  it.each([
    ['>=95%', '>=', '95', '%'],
    ['≥95%', '>=', '95', '%'],
    ['≧95%', '>=', '95', '%'],
    ['＞＝９５％', '>=', '95', '%'],
    ['=>95%', '>=', '95', '%'],
    ['<=5%', '<=', '5', '%'],
    ['≤5%', '<=', '5', '%'],
    ['≦ 5 %', '<=', '5', '%'],
    ['>10', '>', '10', ''],
    ['<10', '<', '10', ''],
    ['=12场次', '=', '12', '场次'],
    ['═12', '=', '12', ''],
    ['﹦12', '=', '12', ''],
    ['＝0次', '=', '0', '次'],
    ['=4', '=', '4', ''],
    ['12', null, '12', ''],
    ['12个月', null, '12', '个月'],
    ['=24小时', '=', '24', '小时'],
    ['4个季度', null, '4', '个季度'],
    ['>=5万', '>=', '5', '万'],
    ['3000万次', null, '3000', '万次'],
    ['1,015,077元', null, '1015077', '元'],
    ['552.5万元', null, '552.5', '万元'],
    ['不少于30篇', '>=', '30', '篇'],
    ['不低于95%', '>=', '95', '%'],
    ['至少3次', '>=', '3', '次'],
    ['不超过5%', '<=', '5', '%'],
    ['不高于2次', '<=', '2', '次'],
    ['大于等于90%', '>=', '90', '%'],
    ['小于3人次', '<', '3', '人次'],
    ['95%以上', '>=', '95', '%'],
    ['95%及以上', '>=', '95', '%'],
    ['30天以内', '<=', '30', '天'],
    ['90百分比', null, '90', '百分比'],
    ['12次/年', null, '12', '次/年'],
    ['-3%', null, '-3', '%'],
  ] as const)('%s', (raw, op, value, unit) => {
    const parsed = parseValue(raw)
    expect([parsed.op, parsed.value?.toString(), parsed.unit, parsed.raw]).toEqual([op, value, unit, raw])
  })

  it.each([
    '良好',
    '1楼公共区域',
    '2023年底前完成',
    '',
    '—',
    '90%-95%',
    '1,23',
    '按合同约定',
    '=',
    '>=',
    '12 13',
    '达成',
  ])('has no number in %s', (raw) => expect(parseValue(raw).value).toBeNull())

  it.each([
    ['>=95%', 'quantitative'],
    ['12', 'quantitative'],
    ['良好', 'qualitative'],
    ['按月发放', 'qualitative'],
    ['1楼公共区域', 'qualitative'],
    ['按合同约定', 'by-contract'],
    ['按每月实际数量', 'by-contract'],
    ['按中心制度汇编标准发放', 'by-contract'],
    ['详见合同', 'by-contract'],
    ['  ', 'blank'],
  ] as const)('knows the kind of %s', (raw, kind) => expect(kindOf(raw)).toBe(kind))

  it.each([
    ['5万次', '50000', '次'],
    ['48,000次', '48000', '次'],
    ['1.2亿元', '120000000', '元'],
    ['95百分比', '95', '%'],
    ['12个月', '12', '月'],
    ['2千册', '2000', '册'],
  ])('brings %s to its base unit', (raw, value, unit) => {
    const base = baseValue(parseValue(raw))
    expect([base?.value.toString(), base?.unit]).toEqual([value, unit])
  })

  it('takes no longer on hostile text', () => {
    expect(parseValue('9'.repeat(50_000)).value).toBeNull()
    expect(parseValue(`${'1,'.repeat(20_000)}x`).value).toBeNull()
  })
})

describe('polarity', () => {
  it.each([
    ['重大事故发生次数', 'lower'],
    ['投诉事件发生数', 'lower'],
    ['设备闲置率', 'lower'],
    ['花草枯萎率', 'lower'],
    ['文稿错别字发生率', 'lower'],
    ['空岗、非岗情况', 'lower'],
    ['系统故障率', 'lower'],
    ['投诉处理率', 'higher'],
    ['故障修复及时性', 'higher'],
    ['收视率', 'higher'],
    ['群众满意度', 'higher'],
  ] as const)('%s', (name, expected) => expect(polarity(name)).toBe(expected))
})
