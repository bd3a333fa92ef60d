import { describe, expect, it } from 'vitest'
import {
  addDays,
  all,
  countCharacters,
  dayOf,
  Decimal,
  formatInstant,
  formatMoney,
  isDay,
  makeId,
  makeIdSource,
  no,
  padText,
  parseMoney,
  ratio,
  round,
  startOfDay,
  textWidth,
  weekday,
  YES,
  yearSpan,
} from './index.ts'

describe('money', () => {
  it.each([
    ['1145000.00', '元', 114_500_000n],
    ['552,789.25', '元', 55_278_925n],
    ['1,015,077', '元', 101_507_700n],
    ['１，０１５．５', '元', 101_550n],
    ['114.5', '万元', 114_500_000n],
    ['￥12 元', '元', 1200n],
    ['', '元', null],
    ['—', '元', null],
    ['1,23', '元', null],
    ['0.001', '元', null],
  ] as const)('reads %s %s', (raw, unit, fen) => expect(parseMoney(raw, unit)).toBe(fen))

  it.each([
    [55_278_925n, '552,789.25'],
    [5n, '0.05'],
    [-123_456_789n, '-1,234,567.89'],
  ])('prints %s', (fen, text) => expect(formatMoney(fen)).toBe(text))
})

describe('calendar', () => {
  it('knows the Shanghai day on both sides of midnight', () => {
    expect(dayOf(Date.parse('2023-12-31T15:59:59Z'))).toBe('2023-12-31')
    expect(dayOf(Date.parse('2023-12-31T16:00:00Z'))).toBe('2024-01-01')
  })
  it('refuses days that do not exist', () => {
    expect(['2023-02-28', '2023-02-30', '2024-02-29', '2023-2-1'].map(isDay)).toEqual([true, false, true, false])
  })
  it('counts days and weekdays', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(weekday('2024-05-01')).toBe(3)
    expect(startOfDay('2023-01-01')).toBe(Date.parse('2022-12-31T16:00:00Z'))
    expect((yearSpan(2023).end - yearSpan(2023).start) / 86_400_000).toBe(365)
    expect(formatInstant(Date.parse('2026-11-23T06:05:00Z'))).toBe('2026-11-23 14:05')
  })
})

describe('ids', () => {
  it('sort by time and carry version and variant', () => {
    const early = makeId(1_672_531_200_000)
    const late = makeId(1_672_531_200_001)
    expect(early < late).toBe(true)
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('an id source', () => {
  it('keeps the order within one millisecond and past its 4,096 ids', () => {
    const next = makeIdSource(() => 1_672_531_200_000)
    const ids = Array.from({ length: 5_000 }, next)
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(5_000)
  })
  it('does not follow a clock that is set back', () => {
    let now = 2_000
    const next = makeIdSource(() => now)
    const first = next()
    now = 1_000
    expect(next() > first).toBe(true)
  })
})

describe('verdicts, decimals and text', () => {
  it('gives the first refusal', () => expect(all(YES, no('a'), no('b'))).toEqual({ ok: false, why: 'a' }))
  it('rounds half up', () => expect(round(new Decimal('4.825')).toFixed(2)).toBe('4.83'))
  it('has no rate without a base', () => expect(ratio(1, 0)).toBeNull())
  it('measures and counts Chinese', () => {
    expect(textWidth('松江ab')).toBe(6)
    expect(padText('松', 4)).toBe('松  ')
    expect(countCharacters('松江2023年GDP增长5%。')).toBe(8)
  })
})
