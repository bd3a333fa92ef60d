import { type Line, makeLine } from './grid.ts'
import type { Page, Piece } from './piece.ts'

/** A gap of more than this many characters parts two cells. */
const GAP = 1.2

interface Segment {
  text: string
  start: number
  end: number
}

/**
 * Lays pages without drawn lines into a grid: rows by y, cells by wide gaps, columns by the middle of the headings of the
 * last row that had at least four. A wrapped cell gives rows of its own, which the reader joins as it joins rows cut by a
 * page break, and says so.
 */
export function gridOfColumns(pages: Page[]): Line[] {
  const lines: Line[] = []
  let anchors: number[] = []
  for (const page of pages) {
    for (const segments of rowsOf(page.pieces)) {
      const middles = segments.map((segment) => (segment.start + segment.end) / 2)
      if (segments.length >= 4 && isHeader(segments)) anchors = middles
      const cells: string[] = []
      segments.forEach((segment, i) => {
        // never two in one column: what stands apart is apart
        cells[Math.max(anchors.length > 0 ? nearest(anchors, middles[i] ?? 0) : i, cells.length)] = segment.text
      })
      lines.push(
        makeLine(
          lines.length + 1,
          page.number,
          Array.from(cells, (cell) => cell ?? ''),
        ),
      )
    }
  }
  return lines
}

function isHeader(segments: Segment[]): boolean {
  return segments.some((segment) =>
    /^(三级指标|年初预算数?|预算数|指标值|年度指标值)/.test(segment.text.replace(/\s/g, '')),
  )
}

function nearest(anchors: number[], middle: number): number {
  let best = 0
  anchors.forEach((anchor, i) => {
    if (Math.abs(anchor - middle) < Math.abs((anchors[best] ?? 0) - middle)) best = i
  })
  return best
}

function rowsOf(pieces: Piece[]): Segment[][] {
  const rows: Piece[][] = []
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - piece.y) < Math.max(first.size, piece.size) * 0.5) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const segments: Segment[] = []
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const last = segments.at(-1)
      const text = piece.text.replaceAll('\u00a0', ' ')
      if (last && piece.x - last.end < GAP * piece.size) {
        last.text += text
        last.end = piece.x + piece.width
      } else segments.push({ text, start: piece.x, end: piece.x + piece.width })
    }
    return segments
  })
}
