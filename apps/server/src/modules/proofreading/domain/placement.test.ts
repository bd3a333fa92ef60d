import type { Finding } from '@rongmei/proofread'
import { describe, expect, it } from 'vitest'
import { place, type Spot, survivors } from './placement.ts'

const finding = (start: number, quote: string): Finding => ({
  start,
  end: start + quote.length,
  quote,
  suggestions: [],
  class: '错别字',
  severity: '必须改',
  confidence: 1,
  ruleId: 'r',
  basis: '',
  explanation: '',
})
const document = (...texts: string[]) => ({ blocks: texts.map((text) => ({ kind: 'paragraph' as const, text })) })

describe('place', () => {
  it('finds the block and the offset inside it', () => {
    const placed = place(document('松江', '报道部属工作', '部属'), [finding(5, '部属'), finding(10, '部属')])
    expect(placed.map(({ block, blockStart }) => [block, blockStart])).toEqual([
      [1, 2],
      [2, 0],
    ])
  })

  it('recognises the same finding after an edit far away, and tells twins apart', () => {
    const before = place(document('开头', '区里部属工作已经展开'), [finding(5, '部属')])
    const after = place(document('开头多了几个字', '区里部属工作已经展开'), [finding(10, '部属')])
    expect(after[0]?.fingerprint).toBe(before[0]?.fingerprint)
    const twins = place(document('部属'), [finding(0, '部属'), finding(0, '部属')])
    expect(twins[0]?.fingerprint).not.toBe(twins[1]?.fingerprint)
  })
})

describe('survivors', () => {
  const spot = (id: string, given: Partial<Spot & { ignored: boolean }> = {}) => ({
    id,
    fingerprint: id,
    block: 2,
    rule_id: 'r',
    quote: '部属',
    suggestions: ['部署'],
    ignored: true,
    ...given,
  })
  it.each([
    ['the same quote in the same paragraph lives on', [spot('a')], [spot('x')], [['x', 'a']]],
    ['in another paragraph it does not', [spot('a')], [spot('x', { block: 3 })], []],
    ['with another suggestion it does not', [spot('a')], [spot('x', { suggestions: ['部分'] })], []],
    ['what was not ignored does not', [spot('a', { ignored: false })], [spot('x')], []],
    ['one of two that was not ignored opens both', [spot('a'), spot('b', { ignored: false })], [spot('x')], []],
    ['one more than before is new', [spot('a')], [spot('x'), spot('y')], []],
    [
      'one that is recognised as it stands is no candidate',
      [spot('a'), spot('b')],
      [spot('a'), spot('x')],
      [['x', 'b']],
    ],
    ['a newcomer beside the recognised one is new', [spot('a')], [spot('a'), spot('x')], []],
  ])('%s', (_, before, now, expected) => {
    expect([...survivors(before, now)]).toEqual(expected)
  })
})
