import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayExists, monthLength, parseDay, weekday } from './calendar.ts'
import { parseTable } from './dictionary.ts'
import { masksOf } from './masks.ts'
import { nearMissFinder } from './names.ts'
import { pairMarks } from './pairs.ts'
import { toRanges } from './ranges.ts'

describe('ranges', () => {
  const pair = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
    .map(([start, length]): [number, number] => [start, start + length])

  test('answer as a search through all of them does', () => {
    fc.assert(
      fc.property(fc.array(pair), pair, (pairs, [start, end]) => {
        const ranges = toRanges(pairs)
        expect(ranges.covers(start, end)).toBe(pairs.some(([from, to]) => from <= start && to >= end))
        expect(ranges.touches(start, end)).toBe(pairs.some(([from, to]) => from < end && to > start))
      }),
    )
  })
})

describe('calendar', () => {
  test.each([
    ['2024-02-29', 4],
    ['2023-10-01', 0],
    ['1900-01-01', 1],
    ['2000-02-29', 2],
  ])('%s falls on weekday %i', (text, expected) => {
    const day = parseDay(text)
    expect(day && weekday(day)).toBe(expected)
  })

  test.each(['2023-02-29', '2023-13-01', '2023-1-1', '20230101', ''])('%s is no day', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  test('knows month lengths with and without a year', () => {
    expect([monthLength(2), monthLength(2, 1900), monthLength(2, 2000), monthLength(13)]).toEqual([29, 28, 29, 0])
    expect(dayExists({ year: 2023, month: 4, day: 31 })).toBe(false)
  })
})

test('a malformed table row is refused', () => {
  expect(() => parseTable('甲→乙 丙')).toThrow('词表条目有误：丙')
})

test.each([
  ['见https://a.cn/x,y?z=1。', 'https://a.cn/x,y?z=1'],
  ['写信给a.b@c.cn。', 'a.b@c.cn'],
  ['打开`a,b`。', '`a,b`'],
  ['<img src="x">图', '<img src="x">'],
])('%s hides %s', (text, hidden) => {
  const at = text.indexOf(hidden)
  const masks = masksOf(text)
  expect(masks.covers(at, at + hidden.length)).toBe(true)
  expect(masks.touches(text.length - 1, text.length)).toBe(false)
})

test('near misses differ in exactly one character and are not names themselves', () => {
  const find = nearMissFinder(['陆文清', '陆文青', '钱江'])
  expect(find('陆文情、陆文清、陆文青、陆闻静、线江')).toEqual([
    { start: 0, end: 3, name: '陆文清' },
    { start: 0, end: 3, name: '陆文青' },
    { start: 16, end: 18, name: '钱江' },
  ])
})

test('pairs marks across shapes', () => {
  expect(pairMarks('（《）》', '（）《》')).toEqual({ opens: [1], closes: [3], crossed: [], nested: [] })
  expect(pairMarks('（a)', '（）()')).toEqual({ opens: [], closes: [], crossed: [[0, 2]], nested: [] })
  expect(pairMarks('《《a》》', '《》')).toEqual({ opens: [], closes: [], crossed: [], nested: [[1, 3]] })
})
