import { describe, expect, it } from 'vitest'
import { formatBytes, formatDay, formatMoment, formatNumber, formatShare, formatYuan, relative } from './format.ts'

describe('moments', () => {
  it('are printed in Shanghai', () => {
    expect(formatMoment('2026-11-23T06:05:00Z')).toBe('2026-11-23 14:05')
    expect(formatDay('2026-12-31T16:00:00Z')).toBe('2027-01-01')
    expect(formatMoment(null)).toBe('—')
  })
  it.each([
    ['2026-11-23T06:04:30Z', '刚刚'],
    ['2026-11-23T06:00:00Z', '5 分钟前'],
    ['2026-11-23T03:05:00Z', '3 小时前'],
    ['2026-11-21T06:05:00Z', '2 天前'],
    ['2026-11-23T08:05:00Z', '2 小时后'],
    ['2026-08-01T06:05:00Z', '3 个月前'],
    ['2023-11-01T06:05:00Z', '3 年前'],
  ])('%s is %s', (at, words) => expect(relative(at, Date.parse('2026-11-23T06:05:00Z'))).toBe(words))
})

describe('numbers', () => {
  it.each([
    [formatNumber(8_180_000), '8,180,000'],
    [formatNumber('97.3'), '97.3'],
    [formatNumber(5, 2), '5.00'],
    [formatNumber(0), '0'],
    [formatNumber(null), '—'],
    [formatNumber('12个月'), '12个月'],
    [formatYuan('55278925'), '552,789.25'],
    [formatYuan(null), '—'],
    [formatShare(0.9735), '97.35%'],
    [formatShare(1, 0), '100%'],
    [formatBytes(0), '0 B'],
    [formatBytes(1_468_006), '1.4 MB'],
    [formatBytes(20 * 1024 * 1024), '20.0 MB'],
  ])('%s', (printed, expected) => expect(printed).toBe(expected))
})
