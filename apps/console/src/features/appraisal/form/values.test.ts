import { describe, expect, it } from 'vitest'
import { indicator, project } from '../sample.fixture.ts'
import { shownTotal, shownValue, toDecimal } from './values.ts'

const computed = {
  value: '0.9735',
  text: '97.35%',
  unit: '%',
  coverage: 1,
  coverageNote: '',
  working: '',
  met: true,
  factCount: 3,
  at: '2023-12-31T16:00:00Z',
}
const typed = {
  value: '12个月',
  reason: '按台账',
  fileUrl: '/files/a.pdf',
  fileName: 'a.pdf',
  by: { id: 'p', name: '王' },
  at: computed.at,
}

describe('the value a cell shows', () => {
  it.each([
    ['as reported', indicator({}), 'printed', { actual: '>=95%', score: '5', mark: 'printed', differs: false }],
    [
      'reported, computed hidden',
      indicator({ computed, mark: 'computed' }),
      'printed',
      { actual: '>=95%', mark: 'printed' },
    ],
    [
      'computed',
      indicator({ computed, mark: 'computed', proposedScore: '5' }),
      'computed',
      { actual: '97.35%', mark: 'computed', differs: true },
    ],
    [
      'typed before computed',
      indicator({ computed, typed, mark: 'typed' }),
      'computed',
      { actual: '12个月', mark: 'typed' },
    ],
    [
      'no value came out',
      indicator({ computed: { ...computed, value: null } }),
      'computed',
      { actual: '>=95%', mark: 'printed', differs: false },
    ],
    ['not linked, in doubt', indicator({ mark: 'doubt' }), 'computed', { actual: '>=95%', mark: 'doubt' }],
  ] as const)('%s', (_, row, mode, expected) => expect(shownValue(row, mode)).toMatchObject(expected))

  it('does not call 5 and 5.00 different', () => {
    expect(shownValue(indicator({ actual: '97.35%', computed, proposedScore: '5.00' }), 'computed').differs).toBe(false)
  })
})

describe('总分', () => {
  const form = project({ rows: [indicator({ score: '4.5' }), indicator({ computed, proposedScore: '3.25' })] })
  it('is the stated one beside reported values', () => expect(shownTotal(form, 'printed')).toBe('98.00'))
  it('is execution plus the points shown otherwise', () => expect(shownTotal(form, 'computed')).toBe('17.75'))
})

it.each([
  ['5', '5'],
  ['1,015,077', '1015077'],
  ['—', undefined],
  ['', undefined],
  [null, undefined],
])('reads %s', (text, value) => expect(toDecimal(text)?.toString()).toBe(value))
