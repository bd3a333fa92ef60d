import { Decimal } from '@rongmei/kit'
import type { ProjectRow } from '@rongmei/contract'

export type Totals = {
  indicators: number
  linked: number
  initialFen: string
  adjustedFen: string
  executedFen: string
  executionRate: string | null
  initialRate: string | null
  findings: { error: number; warning: number; info: number }
}

/**
 * The last line of the list: sums, and rates of the sums (a mean of rates would let a small project weigh as much as a
 * large one). A project without an amount adds nothing.
 */
export function totalsOf(rows: readonly ProjectRow[]): Totals {
  const initial = sum(rows, 'initialFen')
  const adjusted = sum(rows, 'adjustedFen')
  const executed = sum(rows, 'executedFen')
  return {
    indicators: rows.reduce((total, row) => total + row.indicators, 0),
    linked: rows.reduce((total, row) => total + row.linked, 0),
    initialFen: String(initial),
    adjustedFen: String(adjusted),
    executedFen: String(executed),
    executionRate: rate(executed, adjusted),
    initialRate: rate(executed, initial),
    findings: {
      error: rows.reduce((total, row) => total + row.findings.error, 0),
      warning: rows.reduce((total, row) => total + row.findings.warning, 0),
      info: rows.reduce((total, row) => total + row.findings.info, 0),
    },
  }
}

function sum(rows: readonly ProjectRow[], key: 'initialFen' | 'adjustedFen' | 'executedFen'): bigint {
  return rows.reduce((total, row) => total + BigInt(row[key] ?? 0), 0n)
}

function rate(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : new Decimal(String(part)).div(String(whole)).toFixed(6)
}
