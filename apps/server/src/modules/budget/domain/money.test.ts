import { FUND_SOURCES } from '@rongmei/contract'
import { expect, it } from 'vitest'
import { flagsOf, isAdjustedToSpent, type Ledger, monthsOf, ofSource, sumsOf, viewSums } from './money.ts'

/** A small generator with a fixed seed: the same ledgers every time. */
function ledgers(count: number): Ledger[] {
  let state = 20230601
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
  const source = () => FUND_SOURCES[next(3)] ?? 'other'
  const date = () => `2023-${String(next(12) + 1).padStart(2, '0')}-${String(next(28) + 1).padStart(2, '0')}`
  const many = <T>(make: () => T) => Array.from({ length: next(40) }, make)
  return Array.from({ length: count }, () => ({
    lines: FUND_SOURCES.map((one) => ({ source: one, fen: BigInt(next(1e9)) })),
    adjustments: many(() => ({ source: source(), fen: BigInt(next(2e6) - 1e6), date: date() })),
    payments: many(() => ({ source: source(), fen: BigInt(next(1e7) + 1), paidOn: date() })),
  }))
}

it('sums of sources, of months and of any order are the sum of the lines', () => {
  for (const ledger of ledgers(200)) {
    const whole = sumsOf(ledger)
    const parts = FUND_SOURCES.map((source) => sumsOf(ofSource(ledger, source)))
    for (const key of ['initial', 'adjusted', 'executed'] as const)
      expect(parts.reduce((sum, part) => sum + part[key], 0n)).toBe(whole[key])
    const months = monthsOf(ledger, 2023, '2023-12-31')
    expect(months.reduce((sum, month) => sum + BigInt(month.paidFen), 0n)).toBe(whole.executed)
    expect(months.at(-1)).toMatchObject({ totalFen: String(whole.executed), evenFen: String(whole.adjusted) })
    expect(sumsOf({ ...ledger, payments: ledger.payments.toReversed() })).toEqual(whole)
  }
})

it('gives a rate only where there is a base, and exact ones far beyond floating point', () => {
  expect(viewSums({ initial: 0n, adjusted: 3n, executed: 1n })).toMatchObject({
    executionRate: '0.333333',
    initialRate: null,
  })
  expect(viewSums({ initial: 9_007_199_254_740_993n, adjusted: 1n, executed: 1n }).initialFen).toBe('9007199254740993')
})

const spent = (fen: bigint, date: string): Ledger => ({
  lines: [{ source: 'other', fen: 100n }],
  adjustments: [{ source: 'other', fen, date }],
  payments: [{ source: 'other', fen: 60n, paidOn: '2023-03-01' }],
})
it.each([
  ['cut to the cent in December', spent(-40n, '2023-12-20'), true],
  ['a cent too much', spent(-39n, '2023-12-20'), false],
  ['in spring, before the money was spent', spent(-40n, '2023-03-20'), false],
] as const)('adjusted to spent: %s', (_, ledger, flagged) => {
  expect(isAdjustedToSpent(ledger)).toBe(flagged)
  expect(flagsOf(ledger, 0)).toEqual(flagged ? ['adjustedToSpent'] : [])
})

it('sees a source overspent though the whole is not', () => {
  const ledger = spent(0n, '2023-12-20')
  const lines = [{ source: 'appropriation' as const, fen: 100n }]
  expect(flagsOf({ ...ledger, lines, adjustments: [] }, 1)).toEqual(['pending', 'overspent'])
})
