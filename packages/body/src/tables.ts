import { LIMITS } from './limits.ts'
import type { Block, Cell, Table, TableRow } from './types.ts'

/** One paragraph, so that the cursor can enter. */
export function cellContent(blocks: Block[]): Block[] {
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

/** A span as a whole number between 1 and `max`; anything else is 1. */
export function clampSpan(value: unknown, max: number): number {
  const span = Math.trunc(Number(value))
  return span >= 1 ? Math.min(span, max) : 1
}

/**
 * A table whose rows are all equally wide: spans that run into a neighbour or past the last row are cut, missing cells
 * added. The editor repairs uneven tables on loading, which would change a signed body behind everybody's back.
 *
 * @returns null when there is no cell at all
 */
export function squareTable(rows: readonly Cell[][]): Table | null {
  const kept = rowsThatStand(rows)
  if (!kept.some((row) => row.length > 0)) return null
  const placed = place(kept)
  const width = Math.max(...placed.map((row) => row.width))
  // Padding a table beyond the limit would only make it larger; it is refused as it is.
  const pad = width * kept.length <= LIMITS.cells
  const content = placed.map(({ cells, filled }): TableRow => {
    const missing = pad ? width - filled : 0
    const all = [...cells, ...Array.from({ length: missing }, emptyCell)]
    return all.length > 0 ? { type: 'tableRow', content: all } : { type: 'tableRow' }
  })
  return { type: 'table', content }
}

function emptyCell(): Cell {
  return { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [{ type: 'paragraph' }] }
}

/** Rows without cells mean something only where cells from above reach into them. */
function rowsThatStand(rows: readonly Cell[][]): Cell[][] {
  let reach = 0
  return rows.filter((row) => {
    const stands = row.length > 0 || reach > 0
    reach = Math.max(reach - 1, ...row.map((cell) => cell.attrs.rowspan - 1), 0)
    return stands
  })
}

type Placed = { cells: Cell[]; filled: number; width: number }

function place(rows: readonly Cell[][]): Placed[] {
  /** Rows still covered from above, per column. */
  const covered: number[] = []
  return rows.map((row, index) => {
    let column = 0
    let filled = covered.filter((left) => left > 0).length
    const starts: { column: number; cell: Cell }[] = []
    for (const cell of row) {
      while ((covered[column] ?? 0) > 0) column += 1
      let colspan = 1
      while (colspan < cell.attrs.colspan && !((covered[column + colspan] ?? 0) > 0)) colspan += 1
      const rowspan = Math.min(cell.attrs.rowspan, rows.length - index)
      starts.push({ column, cell: { ...cell, attrs: { colspan, rowspan } } })
      filled += colspan
      column += colspan
    }
    for (const { column: start, cell } of starts)
      for (let step = 0; step < cell.attrs.colspan; step += 1) covered[start + step] = cell.attrs.rowspan
    for (let step = 0; step < covered.length; step += 1) covered[step] = Math.max(0, (covered[step] ?? 0) - 1)
    return { cells: starts.map(({ cell }) => cell), filled, width: Math.max(column, covered.length) }
  })
}
