import { describe, expect, it } from 'vitest'
import { COLUMNS, HEAD_SPANS, labelSpans } from './layout.ts'

const rows = (text: string) => text.split(' ').map((pair) => ({ l1: pair[0] ?? '', l2: pair[1] ?? '' }))
const shown = (text: string) =>
  labelSpans(rows(text))
    .map((span) => `${span.l1}${span.l2}`)
    .join(' ')

describe('merged labels', () => {
  it.each([
    ['one row', 'a1', '11'],
    ['neighbours share a cell', 'a1 a1 a2', '32 00 01'],
    ['the same 二级 under the next 一级 starts anew', 'a1 b1', '11 11'],
    ['a label that comes back later is a second cell', 'a1 a2 a1', '31 01 01'],
    ['a label that covers the end', 'a1 b2 b2 b2', '11 33 00 00'],
  ])('%s', (_, text, spans) => expect(shown(text)).toBe(spans))

  it('covers every row of a form exactly once', () => {
    const spans = labelSpans(rows('a1 a1 a2 a3 b4 b4 b5 c6'))
    expect(spans.reduce((sum, span) => sum + span.l1, 0)).toBe(8)
    expect(spans.reduce((sum, span) => sum + span.l2, 0)).toBe(8)
  })
  it('has nothing to merge in an empty form', () => expect(labelSpans([])).toEqual([]))
})

describe('the head', () => {
  it.each(['name', 'units', 'goals', 'total'] as const)('%s fills the width of the form', (part) => {
    expect(HEAD_SPANS[part].reduce((sum: number, span) => sum + span, 0)).toBe(COLUMNS)
  })
  it('leaves seven columns for the money block', () => expect(COLUMNS - HEAD_SPANS.moneyLabel).toBe(7))
})
