import ExcelJS from 'exceljs'
import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { ReadResult } from '../model.ts'
import { type Line, makeLine } from './grid.ts'
import { readGrid } from './read.ts'
import { checkZip } from './zip.ts'

/** Reads the forms of a workbook; see `gridOfXlsx` for what is read and refused. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadResult> {
  return readGrid(await gridOfXlsx(bytes))
}

/**
 * The grid of an Excel workbook: every visible sheet, merged cells at their first cell, formulas by their stored
 * result, numbers as their number format prints them.
 *
 * @throws AppraisalError for anything that is no readable workbook, or too large
 */
export async function gridOfXlsx(bytes: Uint8Array): Promise<Line[]> {
  checkZip(bytes)
  const workbook = new ExcelJS.Workbook()
  try {
    // exceljs wants its own older idea of a Node Buffer; an ArrayBuffer is read just as well
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    throw new AppraisalError('damaged')
  }
  const lines: Line[] = []
  workbook.worksheets.forEach((sheet, index) => {
    if (sheet.state !== 'visible') return
    if (lines.length + sheet.actualRowCount > LIMITS.rows) throw new AppraisalError('tooManyRows')
    sheet.eachRow((row, number) => {
      const cells = cellsOf(row)
      if (cells.every((cell) => cell.trim() === '')) return
      lines.push({ ...makeLine(number, index + 1, cells), sheet: sheet.name })
    })
  })
  return lines
}

function cellsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = []
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column > LIMITS.columns) throw new AppraisalError('tooManyColumns')
    cells[column - 1] = cell.isMerged && cell.master !== cell ? '' : textOf(cell)
  })
  return Array.from(cells, (cell) => cell ?? '')
}

function textOf(cell: ExcelJS.Cell): string {
  const value = cell.value
  if (typeof value === 'number') return printNumber(value, cell.numFmt)
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('text' in value) return linkText(value.text)
  if ('error' in value) return String(value.error)
  if (!('result' in value)) return ''
  const { result } = value
  if (typeof result === 'number') return printNumber(result, cell.numFmt)
  if (typeof result === 'object' && result !== null && 'error' in result) return String(result.error)
  return result === undefined ? '' : String(result)
}

/** A link's text may itself be rich text, whatever the types say. */
function linkText(text: unknown): string {
  if (typeof text === 'string') return text
  if (typeof text !== 'object' || text === null || !('richText' in text) || !Array.isArray(text.richText)) return ''
  return text.richText.map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : '')).join('')
}

/** Prints a number as the common number formats do: `0`, `0.00`, `#,##0.00`, `0.00%`; others in plain digits. */
function printNumber(value: number, format: string | undefined): string {
  const hit = /^(#,##)?0(?:\.(0+))?(%?)(?:[;_ ].*)?$/.exec(format ?? '')
  const plain = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
  if (!hit) return plain
  const shown = hit[3] ? Number((value * 100).toPrecision(15)) : value
  const fixed = shown.toFixed(hit[2]?.length ?? 0)
  const grouped = hit[1] ? fixed.replace(/\B(?=(\d{3})+(?:\.|$))/g, (_, __, at: number) => separator(fixed, at)) : fixed
  return `${grouped}${hit[3] ?? ''}`
}

/** No separators behind the decimal point. */
function separator(text: string, at: number): string {
  const point = text.indexOf('.')
  return point >= 0 && at > point ? '' : ','
}
