import type { ProjectRow } from '@rongmei/contract'
import { percent } from '../format.ts'

export type Bar = { id: string; name: string; share: number; label: string }

/**
 * The bars of 对年初 execution, the lowest first, for that is what people look for. A project without an initial budget
 * has no bar.
 */
export function executionBars(rows: readonly ProjectRow[]): Bar[] {
  return rows
    .flatMap((row) =>
      row.initialRate === null
        ? []
        : [{ id: row.id, name: row.name, share: Number(row.initialRate), label: percent(row.initialRate) }],
    )
    .toSorted((left, right) => left.share - right.share)
}
