import type { ProjectRow } from '@rongmei/contract'
import { type Decimal, formatMoney, ratio } from '@rongmei/kit'

export type ProjectsSum = {
  /** 元, thousands separated. */
  executed: string
  /** Executed over the adjusted and over the initial budget; null where there is no budget. */
  rate: Decimal | null
  initialRate: Decimal | null
  linked: number
  indicators: number
  errors: number
}

/** A year's projects added up; money in 分 as bigint, so that no cent is lost. */
export function sumProjects(rows: readonly ProjectRow[]): ProjectsSum {
  const fen = (pick: (row: ProjectRow) => string | null) => rows.reduce((sum, row) => sum + BigInt(pick(row) ?? 0), 0n)
  const count = (pick: (row: ProjectRow) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const executed = fen((row) => row.executedFen)
  return {
    executed: formatMoney(executed),
    rate: ratio(executed.toString(), fen((row) => row.adjustedFen).toString()),
    initialRate: ratio(executed.toString(), fen((row) => row.initialFen).toString()),
    linked: count((row) => row.linked),
    indicators: count((row) => row.indicators),
    errors: count((row) => row.findings.error),
  }
}
