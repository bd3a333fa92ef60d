/**
 * Where the cells of a printed self-evaluation form stand (财政项目支出绩效自评表): nine columns, merged as on paper.
 * Pure, so that the drawing only draws.
 */

/** Widths in px of the nine columns; the money block and the goals use the same grid. */
export const COLUMN_WIDTHS = [30, 66, 96, 132, 104, 104, 56, 88, 144] as const
export const COLUMNS = COLUMN_WIDTHS.length

/** How wide each part of the head is, in columns; each line adds up to nine. */
export const HEAD_SPANS = {
  name: [2, 7],
  units: [2, 3, 1, 3],
  moneyLabel: 2,
  goals: [2, 3, 4],
  total: [6, 1, 1, 1],
} as const

export type Labelled = { l1: string; l2: string }

/** How many rows a 一级 and a 二级 label covers when it starts on this row; 0 where an earlier label still covers it. */
export type LabelSpan = { l1: number; l2: number }

/**
 * Row spans of the merged 一级 and 二级 labels: neighbours with the same label share one cell; a 二级 label never
 * reaches over the end of its 一级 label, even when the next one begins with the same word.
 */
export function labelSpans(rows: readonly Labelled[]): LabelSpan[] {
  const starts1 = rows.map((row, index) => row.l1 !== rows[index - 1]?.l1)
  const starts2 = rows.map((row, index) => starts1[index] === true || row.l2 !== rows[index - 1]?.l2)
  return rows.map((_, index) => ({ l1: runFrom(starts1, index), l2: runFrom(starts2, index) }))
}

function runFrom(starts: readonly boolean[], index: number): number {
  if (!starts[index]) return 0
  const next = starts.indexOf(true, index + 1)
  return (next === -1 ? starts.length : next) - index
}
