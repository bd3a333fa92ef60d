import { Parser } from 'htmlparser2'
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
  /** inside script, style or head: not shown, so not read */
  hidden: number
}

const HIDDEN = new Set(['script', 'style', 'head', 'template', 'noscript'])
const BLOCK = /^(p|div|h[1-6]|li|caption)$/

/**
 * Lays the tables and paragraphs of an HTML document into one grid. Spanned cells keep their text in their first row
 * and column. Scripts and styles are skipped; nothing is executed or fetched.
 */
export function gridOfHtml(html: string): Line[] {
  const builder: Builder = { rows: [], row: null, cell: null, loose: '', depth: 0, hidden: 0 }
  let open = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open += 1
        if (open > LIMITS.depth) throw new AppraisalError('damaged', '网页嵌套过深')
        openTag(builder, name, attributes)
      },
      onclosetag: (name) => {
        open -= 1
        closeTag(builder, name)
      },
      ontext: (text) => addText(builder, text),
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  flushLoose(builder)
  return spread(builder.rows)
}

function addText(builder: Builder, text: string): void {
  if (builder.hidden > 0) return
  if (builder.cell) builder.cell.text += text
  else if (!builder.row) builder.loose += text
}

function openTag(builder: Builder, name: string, attributes: Record<string, string>): void {
  if (HIDDEN.has(name)) builder.hidden += 1
  else if (name === 'table') {
    flushLoose(builder)
    builder.depth += 1
  } else if (builder.depth > 1) {
    if (name === 'br' && builder.cell) builder.cell.text += '\n'
  } else if (name === 'tr') {
    builder.cell = null
    builder.row = []
    builder.rows.push(builder.row)
    if (builder.rows.length > LIMITS.rows) throw new AppraisalError('tooManyRows')
  } else if (name === 'td' || name === 'th') {
    builder.cell = builder.row ? newCell(attributes) : null
    if (builder.cell) builder.row?.push(builder.cell)
  } else if (name === 'br') breakLine(builder)
}

function closeTag(builder: Builder, name: string): void {
  if (HIDDEN.has(name)) builder.hidden = Math.max(0, builder.hidden - 1)
  else if (name === 'table') {
    flushLoose(builder)
    builder.depth = Math.max(0, builder.depth - 1)
    if (builder.depth === 0) builder.row = builder.cell = null
  } else if (builder.depth <= 1 && name === 'tr') builder.row = builder.cell = null
  else if (builder.depth <= 1 && (name === 'td' || name === 'th')) builder.cell = null
  else if (BLOCK.test(name)) breakLine(builder)
}

function breakLine(builder: Builder): void {
  if (builder.cell) builder.cell.text += '\n'
  else flushLoose(builder)
}

function newCell(attributes: Record<string, string>): SpanCell {
  const span = (name: string): number => {
    const value = /^\s*(\d{1,4})/.exec(attributes[name] ?? '')?.[1]
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
  return decodeEntities(text.replaceAll('\u00a0', ' ').replace(/\n+/g, '\n')).trim()
}
