import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { decodeEntities, type Line, makeLine } from './grid.ts'

/** A cell of an HTML table before its span is spread over the grid. */
interface SpanCell {
  text: string
  columns: number
  rows: number
}

interface Builder {
  rows: (SpanCell[] | string)[]
  row: SpanCell[] | null
  cell: SpanCell | null
  /** text outside tables, such as a title above one */
  loose: string
  /** tables within cells: their text goes into the cell */
  depth: number
}

/**
 * Lays the tables and paragraphs of an HTML document into one grid. Spanned cells keep their text in their first row
 * and column. Scripts and styles are skipped; nothing is executed or fetched.
 */
export function gridOfHtml(html: string): Line[] {
  const builder: Builder = { rows: [], row: null, cell: null, loose: '', depth: 0 }
  const token = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|([^<]+|<)/g
  for (const hit of withoutScripts(html).matchAll(token)) {
    if (hit[4] !== undefined) addText(builder, hit[4])
    else if (hit[2]) takeTag(builder, hit[2].toLowerCase(), hit[1] === '/', hit[3] ?? '')
    if (builder.rows.length > LIMITS.rows) throw new AppraisalError('tooManyRows')
  }
  flushLoose(builder)
  return spread(builder.rows)
}

/** Takes out comments, scripts, styles and the head; one that never ends takes the rest with it, in one pass. */
function withoutScripts(html: string): string {
  const opening = /<!--|<(script|style|head)\b/gi
  let kept = ''
  let at = 0
  for (let open = opening.exec(html); open; open = opening.exec(html)) {
    kept += html.slice(at, open.index)
    const closing = open[1] ? new RegExp(`</${open[1]}\\s*>`, 'gi') : /-->/g
    closing.lastIndex = opening.lastIndex
    if (!closing.exec(html)) return kept
    at = closing.lastIndex
    opening.lastIndex = at
  }
  return kept + html.slice(at)
}

function addText(builder: Builder, text: string): void {
  if (builder.cell) builder.cell.text += text
  else if (!builder.row) builder.loose += text
}

function takeTag(builder: Builder, tag: string, closing: boolean, attributes: string): void {
  if (tag === 'table') {
    flushLoose(builder)
    builder.depth += closing ? -1 : 1
    if (builder.depth <= 0) builder.row = builder.cell = null
    builder.depth = Math.max(0, builder.depth)
    return
  }
  const nested = builder.depth > 1
  if (tag === 'tr' && !nested) {
    builder.cell = null
    builder.row = closing ? null : []
    if (builder.row) builder.rows.push(builder.row)
  } else if ((tag === 'td' || tag === 'th') && !nested) {
    builder.cell = closing || !builder.row ? null : newCell(attributes)
    if (builder.cell) builder.row?.push(builder.cell)
  } else if (tag === 'br' || (closing && /^(p|div|h[1-6]|li)$/.test(tag))) {
    if (builder.cell) builder.cell.text += '\n'
    else flushLoose(builder)
  }
}

function newCell(attributes: string): SpanCell {
  const span = (name: string): number => {
    const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
    return Math.max(1, Number(value ?? 1))
  }
  return { text: '', columns: span('colspan'), rows: span('rowspan') }
}

function flushLoose(builder: Builder): void {
  if (builder.loose.trim() !== '') builder.rows.push(builder.loose)
  builder.loose = ''
}

function spread(rows: Builder['rows']): Line[] {
  const lines: Line[] = []
  /** for each column, how many further rows a cell from above still covers */
  let covered: number[] = []
  rows.forEach((row, index) => {
    if (typeof row === 'string') {
      covered = []
      lines.push(makeLine(index + 1, 1, [clean(row)]))
      return
    }
    const cells: string[] = []
    const below = covered.map((count) => Math.max(0, count - 1))
    let column = 0
    for (const cell of row) {
      while ((covered[column] ?? 0) > 0) column += 1
      if (column + cell.columns > LIMITS.columns) throw new AppraisalError('tooManyColumns')
      cells[column] = clean(cell.text)
      for (let i = 0; i < cell.columns; i += 1) below[column + i] = cell.rows - 1
      column += cell.columns
    }
    covered = below
    const line = makeLine(
      index + 1,
      1,
      Array.from(cells, (cell) => cell ?? ''),
    )
    if (line.cells.some((cell) => cell !== '')) lines.push(line)
  })
  return lines
}

function clean(text: string): string {
  return decodeEntities(text.replace(/\n+/g, '\n')).trim()
}
