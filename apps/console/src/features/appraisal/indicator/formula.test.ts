import type { MeasureView } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { type Draft, draftOf, freeName, linkOfDraft } from './formula.ts'

const measure = (name: string): MeasureView => ({
  name,
  title: name,
  unit: '次',
  description: '',
  module: 'x',
  params: [{ name: 'year', title: '年度', kind: 'year', choices: [], default: null }],
})
const measures = [measure('x.one'), measure('x.two')]
const draft: Draft = {
  expression: 'a − b',
  operands: [
    { name: 'a', measure: 'x.one', values: { year: 2023, old: 1 } },
    { name: 'b', measure: 'x.two', values: { year: 2022 } },
  ],
  percent: false,
  places: 0,
  meets: undefined,
}

describe('a formula on its way', () => {
  it('becomes a link with what the measures know', () => {
    expect(linkOfDraft(draft, measures)).toEqual({
      measure: 'formula',
      params: {
        expression: 'a − b',
        operands: { a: { measure: 'x.one', params: { year: 2023 } }, b: { measure: 'x.two', params: { year: 2022 } } },
        percent: false,
        places: 0,
      },
    })
  })
  it('comes back as it was stored', () => {
    const link = linkOfDraft(draft, measures)
    if (!link) throw new Error('no link')
    const stored = draftOf({ ...link, by: { id: '', name: '' }, at: '' })
    expect(linkOfDraft(stored, measures)).toEqual(link)
  })
  it.each([
    ['an empty formula', { ...draft, expression: ' ' }],
    ['a measure still to be chosen', { ...draft, operands: [{ name: 'a' as const, measure: null, values: {} }] }],
  ])('is no link with %s', (_, given) => expect(linkOfDraft(given, measures)).toBeNull())
  it('takes the first free letter', () => expect(freeName(draft)).toBe('c'))
})
