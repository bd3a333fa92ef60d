import { describe, expect, it } from 'vitest'
import { type Draft, give, likelyHeader, mappingOf } from './mapping.ts'

const draft: Draft = {
  headerRow: 1,
  roles: { 0: 'l3', 2: 'target', 3: 'actual', 4: 'weight' },
  name: ' 甲 ',
  year: 2024,
}

describe('a mapping by hand', () => {
  it('is sent with the columns that have a role', () => {
    const columns = { l3: 0, target: 2, actual: 3, weight: 4 }
    expect(mappingOf(draft)).toEqual({ headerRow: 1, columns, name: '甲', year: 2024 })
  })
  it.each([
    ['a name', { ...draft, name: ' ' }],
    ['a year', { ...draft, year: null }],
    ['the column of actual values', { ...draft, roles: { 0: 'l3', 2: 'target' } as Draft['roles'] }],
  ])('is not complete without %s', (_, given) => expect(mappingOf(given)).toBeNull())
  it('gives a role to one column only', () => expect(give({ 0: 'l3', 1: 'l1' }, 2, 'l3')).toEqual({ 1: 'l1', 2: 'l3' }))
  it('guesses the headings', () => expect(likelyHeader([['题'], ['甲', '乙', '丙'], ['1', '2', '3']])).toBe(1))
})
