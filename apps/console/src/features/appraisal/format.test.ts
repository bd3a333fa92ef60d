import { expect, it } from 'vitest'
import { percent, points, rateBase } from './format.ts'

it.each([
  [percent('0.4828'), '48.28%'],
  [percent('0.482785'), '48.28%'],
  [percent(1, 0), '100%'],
  [percent(null), '—'],
  [points('90.5'), '90.50'],
  [points(''), '—'],
  [points(null), '—'],
  [rateBase('55278925', '114500000'), '552,789.25 ÷ 1,145,000.00 元'],
])('prints %s', (printed, expected) => expect(printed).toBe(expected))
