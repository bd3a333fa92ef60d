import { type BudgetFlag, type BudgetMonth, type BudgetSums, FUND_SOURCES, type FundSource } from '@rongmei/contract'
import { type Day, ratio } from '@rongmei/kit'

/** What happened to the money of one project, as far as sums need to know it. Amounts in 分. */
export type Ledger = {
  /** 年初预算 by source; empty when none was entered. */
  lines: readonly { source: FundSource; fen: bigint }[]
  /** Approved adjustments only. */
  adjustments: readonly { source: FundSource; fen: bigint; date: Day }[]
  /** Records in force only. */
  payments: readonly { source: FundSource; fen: bigint; paidOn: Day }[]
}

export type Sums = { initial: bigint; adjusted: bigint; executed: bigint }

/** An adjustment of the last quarter is late: what it covers has been spent by then. */
const LATE_MONTH = 10

export const total = (rows: readonly { fen: bigint }[]): bigint => rows.reduce((sum, row) => sum + row.fen, 0n)

/** Sums over all sources. `until` leaves out what is dated later: how things stood at the end of that day. */
export function sumsOf(ledger: Ledger, until: Day = '9999-12-31'): Sums {
  const initial = total(ledger.lines)
  return {
    initial,
    adjusted: initial + total(ledger.adjustments.filter((one) => one.date <= until)),
    executed: total(ledger.payments.filter((one) => one.paidOn <= until)),
  }
}

/** The part of a ledger that concerns one source. */
export function ofSource({ lines, adjustments, payments }: Ledger, source: FundSource): Ledger {
  const own = (one: { source: FundSource }) => one.source === source
  return { lines: lines.filter(own), adjustments: adjustments.filter(own), payments: payments.filter(own) }
}

/** What may still be paid from a source; negative when more was paid than the year's budget holds. */
export function remaining(ledger: Ledger, source: FundSource): bigint {
  const { adjusted, executed } = sumsOf(ofSource(ledger, source))
  return adjusted - executed
}

/** Sums with both rates, as they travel: 对全年预算 (official) and 对年初. */
export function viewSums({ initial, adjusted, executed }: Sums): BudgetSums {
  const rate = (base: bigint) => ratio(String(executed), String(base))?.toFixed(6) ?? null
  return {
    initialFen: String(initial),
    adjustedFen: String(adjusted),
    executedFen: String(executed),
    executionRate: rate(adjusted),
    initialRate: rate(initial),
  }
}

/**
 * 按支出调预算: after a late adjustment the year's budget equals what was spent, to the cent, so that the official rate
 * is 100 % by construction.
 */
export function isAdjustedToSpent(ledger: Ledger): boolean {
  const { adjusted, executed } = sumsOf(ledger)
  const late = ledger.adjustments.some((one) => Number(one.date.slice(5, 7)) >= LATE_MONTH)
  return late && executed > 0n && adjusted === executed
}

/** What a person should look at, the gravest last. */
export function flagsOf(ledger: Ledger, pending: number): BudgetFlag[] {
  const flags: BudgetFlag[] = []
  if (ledger.lines.length === 0) flags.push('noPlan')
  if (pending > 0) flags.push('pending')
  if (isAdjustedToSpent(ledger)) flags.push('adjustedToSpent')
  if (FUND_SOURCES.some((source) => remaining(ledger, source) < 0n)) flags.push('overspent')
  return flags
}

/** The monthly curve against an even pace over the adjusted budget. `today` decides which months have begun. */
export function monthsOf(ledger: Ledger, year: number, today: Day): BudgetMonth[] {
  const { adjusted } = sumsOf(ledger)
  let paidSoFar = 0n
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const paid = total(ledger.payments.filter((one) => one.paidOn.startsWith(month)))
    paidSoFar += paid
    return {
      month: index + 1,
      paidFen: String(paid),
      totalFen: String(paidSoFar),
      evenFen: String((adjusted * BigInt(index + 1)) / 12n),
      begun: `${month}-01` <= today,
    }
  })
}
