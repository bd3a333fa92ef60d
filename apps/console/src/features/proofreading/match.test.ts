import { describe, expect, it } from 'vitest'
import { classesOf, matchRules } from './match.ts'

const rules = [
  {
    id: 'repeat',
    class: '重复',
    name: '字词重复',
    basis: '编校差错认定',
    severity: '必须改',
    examples: [{ wrong: '的的', right: '的' }],
  },
  {
    id: 'date',
    class: '日期',
    name: '不存在的日期',
    basis: 'GB/T 7408',
    severity: '必须改',
    examples: [{ wrong: '4月31日', right: '4月30日' }],
  },
]

describe('finding rules', () => {
  it.each([
    ['', undefined, ['repeat', 'date']],
    ['日期', undefined, ['date']],
    ['gb/t 31', undefined, ['date']],
    ['', '重复', ['repeat']],
    ['日期', '重复', []],
  ])('“%s” in %s', (query, kind, ids) => {
    expect(matchRules(rules, query, kind).map((rule) => rule.id)).toEqual(ids)
  })

  it('counts classes', () => {
    expect(classesOf([...rules, { ...rules[1]!, id: 'weekday' }])).toEqual([
      { name: '重复', count: 1 },
      { name: '日期', count: 2 },
    ])
  })
})
