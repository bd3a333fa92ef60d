import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

/**
 * The one shape all readers share: a table row with its cells in their columns. Merged cells hold their text in the
 * first row and column and leave the rest blank, exactly as the published text does.
 */
export interface Line {
  /** 1-based line of the text, or row of the sheet or table */
  at: number
  /** counts the breaks met so far; a break may be a page or only a blank line */
  page: number
  /** text of each cell: trimmed, HTML remains and invisible characters removed */
  cells: string[]
  /** the cells without any blanks, NFKC-normalised; '' for long ones, which are never labels */
  keys: string[]
  /** indices of cells in which HTML was found */
  html: number[]
  /** cells as they stood, only where cleaning changed them */
  raw: Map<number, string>
  sheet?: string
}

/** Only true tags: `<=5%` is a target, not HTML. */
const TAG = /<\/?[a-zA-Z][^<>]*>/g
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ensp: ' ' }
const KEY_LENGTH = 40

/** Takes HTML remains out of a text; paragraphs and line breaks become line feeds. */
export function stripHtml(text: string): string {
  return decodeEntities(
    text
      .replace(/<\/p>\s*(?=<p[\s>])|<br\s*\/?>/gi, '\n')
      .replace(TAG, '')
      .trim(),
  )
}

/** Decodes the entities that word processors and web forms leave behind. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : null
    if (code !== null) return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}

/** The form of a cell by which labels are compared: no blanks, NFKC. */
export function keyOf(cell: string): string {
  return cell === '' || cell.length > KEY_LENGTH ? '' : cell.normalize('NFKC').replace(/\s/g, '')
}

/**
 * Makes a grid row of raw cells.
 *
 * @throws AppraisalError when there are too many columns or a cell is too long
 */
export function makeLine(at: number, page: number, rawCells: string[]): Line {
  if (rawCells.length > LIMITS.columns)
    throw new AppraisalError('tooManyColumns', `第 ${at} 行有 ${rawCells.length} 列`)
  const line: Line = { at, page, cells: [], keys: [], html: [], raw: new Map() }
  rawCells.forEach((raw, column) => {
    if (raw.length > LIMITS.cellChars) throw new AppraisalError('cellTooLong', `第 ${at} 行第 ${column + 1} 列`)
    const visible = raw.replace(INVISIBLE, '')
    const isHtml = visible.includes('<') && visible.search(TAG) >= 0
    const cell = isHtml || /&[#a-z]/i.test(visible) ? stripHtml(visible) : visible.trim()
    if (isHtml) line.html.push(column)
    if (cell !== raw) line.raw.set(column, raw)
    line.cells.push(cell)
    line.keys.push(keyOf(cell))
  })
  return line
}

/** A cell as it stood in the source. */
export function rawCell(line: Line, column: number): string {
  return line.raw.get(column) ?? line.cells[column] ?? ''
}

/** Columns of the cells that are not blank. */
export function filled(line: Line): number[] {
  const columns: number[] = []
  line.cells.forEach((cell, column) => {
    if (cell !== '') columns.push(column)
  })
  return columns
}

/** A printed number (`5`, `1.5`, `５`, `10分`), or null. Longer than a double can hold exactly is null too. */
export function numberOf(cell: string): number | null {
  if (cell.length > 16) return null
  if (/^\d{1,9}$/.test(cell)) return Number(cell) // nearly every point cell
  const text = cell.normalize('NFKC').replace(/\s|分$/g, '')
  return /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : null
}
