import { describe, expect, it } from 'vitest'
import { choice, choiceOr, day, flag, parseFilters, text, writeFilters } from './url-filters.ts'

const spec = {
  q: text(5),
  state: choice(['draft', 'published']),
  sort: choiceOr(['updated', 'planned'], 'updated'),
  late: flag(),
  from: day(),
}
const read = (address: string) => parseFilters(spec, new URLSearchParams(address))

describe('parseFilters', () => {
  it('reads what an address names', () => {
    expect(read('q=松江&state=draft&sort=planned&late=true&from=2026-11-23')).toEqual({
      q: '松江',
      state: 'draft',
      sort: 'planned',
      late: 'true',
      from: '2026-11-23',
    })
  })
  it('falls back where it names nothing', () => {
    expect(read('')).toEqual({ q: undefined, state: undefined, sort: 'updated', late: undefined, from: undefined })
  })
  it.each([
    ['state=nonsense', 'state', undefined],
    ['sort=nonsense', 'sort', 'updated'],
    ['late=yes', 'late', undefined],
    ['from=23.11.2026', 'from', undefined],
    ['q=%20%20', 'q', undefined],
    ['q=一二三四五六七', 'q', '一二三四五'],
  ] as const)('does not take %s at its word', (address, name, value) => expect(read(address)[name]).toBe(value))
})

describe('writeFilters', () => {
  const write = (address: string, patch: Record<string, string | undefined>) =>
    writeFilters(spec, new URLSearchParams(address), patch).toString()
  it.each([
    ['', { state: 'draft' }, 'state=draft'],
    ['state=draft&tab=2', { state: undefined }, 'tab=2'],
    ['q=a', { q: '' }, ''],
    ['sort=planned', { sort: 'updated' }, ''],
    ['q=a', { late: 'true' }, 'q=a&late=true'],
  ])('%s with %j is %s', (address, patch, next) => expect(write(address, patch)).toBe(next))
})
