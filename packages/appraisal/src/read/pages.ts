import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { type Line, makeLine } from './grid.ts'
import { gridOfColumns } from './loose.ts'
import type { Page, Piece } from './piece.ts'
import type { Rule } from './rulings.ts'

/** Lines this near to each other are one (points). */
const NEAR = 2
/** A page with fewer borders each way has no drawn table. */
const FEWEST = 3
/** Line ends further than this many characters from the edge of a wide cell end a paragraph. */
const SHORT_BY = 2.5
const WIDE = 150

interface Cell {
  top: number
  left: number
  width: number
  pieces: Piece[]
}

/** A row of the grid on its page before columns are numbered: cells by the x of their left border, or loose text. */
interface Row {
  page: number
  top: number
  cells: Map<number, string>
}

/** Lays the pages of a document into one grid. Rows are counted through the document; `page` is the page's number. */
export function gridOfPages(pages: Page[]): Line[] {
  if (!pages.some((page) => isRuled(page))) return gridOfColumns(pages)
  const borders = cluster(pages.flatMap((page) => page.vertical.map((rule) => rule.at)))
  if (borders.length > LIMITS.columns) throw new AppraisalError('tooManyColumns')
  const rows = pages.flatMap((page) => rowsOf(page, borders))
  if (rows.length > LIMITS.rows) throw new AppraisalError('tooManyRows')
  return rows.map((row, i) => {
    const last = Math.max(...row.cells.keys())
    return makeLine(
      i + 1,
      row.page,
      Array.from({ length: last + 1 }, (_, column) => row.cells.get(column) ?? ''),
    )
  })
}

function isRuled(page: Page): boolean {
  return page.horizontal.length >= FEWEST && page.vertical.length >= FEWEST
}

/** Sorted values with near ones taken as one. */
function cluster(values: number[]): number[] {
  const merged: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = merged.at(-1)
    if (last === undefined || value - last > NEAR) merged.push(value)
  }
  return merged
}

function rowsOf(page: Page, borders: number[]): Row[] {
  const work = page.pieces.length * (page.horizontal.length + page.vertical.length)
  if (work > LIMITS.pageWork) throw new AppraisalError('tooLarge', `第 ${page.number} 页的线条和文字过多`)
  const cells = new Map<string, Cell>()
  const loose: Piece[] = []
  const [horizontal, vertical] = [byPlace(page.horizontal), byPlace(page.vertical)]
  for (const piece of page.pieces) {
    const box = boxOf(piece, horizontal, vertical)
    if (!box) {
      loose.push(piece)
      continue
    }
    const key = `${Math.round(box.top / NEAR)},${Math.round(box.left / NEAR)}`
    const cell = cells.get(key)
    if (cell) cell.pieces.push(piece)
    else cells.set(key, { ...box, pieces: [piece] })
  }
  const tops = cluster([...cells.values()].map((cell) => cell.top))
  const rows = new Map<number, Row>()
  for (const cell of cells.values()) {
    const top = nearest(tops, cell.top)
    const row = rows.get(top) ?? { page: page.number, top, cells: new Map<number, string>() }
    rows.set(top, row)
    const column = borders.indexOf(nearest(borders, cell.left))
    const text = textOf(cell)
    if (text !== '') row.cells.set(column, text)
  }
  return [...rows.values(), ...looseRows(page.number, loose)]
    .filter((row) => row.cells.size > 0)
    .toSorted((a, b) => b.top - a.top)
}

function byPlace(rules: Rule[]): Rule[] {
  return rules.toSorted((a, b) => a.at - b.at)
}

function nearest(sorted: number[], value: number): number {
  return sorted.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best), sorted[0] ?? 0)
}

/** The cell around a piece of text: the next line on each side that passes it; null outside every table. */
function boxOf(piece: Piece, horizontal: Rule[], vertical: Rule[]): Omit<Cell, 'pieces'> | null {
  const x = piece.x + Math.min(piece.width / 2, piece.size)
  const y = piece.y + piece.size * 0.3
  const passes = (rule: Rule, at: number): boolean => rule.from - 1 <= at && at <= rule.to + 1
  const left = vertical.findLast((rule) => rule.at <= x && passes(rule, y))
  const right = vertical.find((rule) => rule.at > x && passes(rule, y))
  const top = horizontal.find((rule) => rule.at > y && passes(rule, x))
  const bottom = horizontal.findLast((rule) => rule.at <= y && passes(rule, x))
  // a merged cell that goes on over the page may be drawn open at the break
  if (!left || !right || (!top && !bottom)) return null
  return { top: top?.at ?? left.to, left: left.at, width: right.at - left.at }
}

/** Lines of a cell from top to bottom. Chinese wraps anywhere, so a line's end means nothing unless it ends early. */
function textOf(cell: Cell): string {
  const lines = linesOf(cell.pieces)
  const edge = cell.left + cell.width
  let text = ''
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before) text += seam(before, line, edge, cell.width)
    text += line.text
  })
  return text.replaceAll('\u00a0', ' ').trim()
}

function seam(before: TextLine, after: TextLine, edge: number, width: number): string {
  if (width >= WIDE && edge - before.end > SHORT_BY * before.size && /[。；！？.：:]$/.test(before.text)) return '\n'
  return /[A-Za-z,.]$/.test(before.text) && /^[A-Za-z]/.test(after.text) ? ' ' : ''
}

export interface TextLine {
  text: string
  y: number
  start: number
  end: number
  size: number
}

/** Pieces on one baseline, in order; the library marks wide gaps with blanks of its own. */
export function linesOf(pieces: Piece[]): TextLine[] {
  const lines: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line && Math.abs(line.y - piece.y) < Math.max(line.size, piece.size) * 0.5) line.pieces.push(piece)
    else if (piece.text.trim() !== '') lines.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  return lines.map((line) => {
    const inOrder = line.pieces.toSorted((a, b) => a.x - b.x)
    const shown = inOrder.filter((piece) => piece.text.trim() !== '')
    return {
      text: inOrder
        .map((piece) => piece.text)
        .join('')
        .trim(),
      y: line.y,
      start: shown[0]?.x ?? 0,
      end: Math.max(...shown.map((piece) => piece.x + piece.width)),
      size: line.size,
    }
  })
}

/** Text outside tables: a title, the year, a remark; each line a row, wide gaps between its cells. */
function looseRows(page: number, pieces: Piece[]): Row[] {
  return linesOf(pieces).map((line) => ({
    page,
    top: line.y,
    cells: new Map([[0, line.text.replaceAll('\u00a0', ' ')]]),
  }))
}
