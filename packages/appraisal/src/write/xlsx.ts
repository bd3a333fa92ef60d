import { textWidth } from '@rongmei/kit'
import ExcelJS from 'exceljs'
import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Form } from '../model.ts'
import { checkForms, type Layout, type LayoutCell, layoutForm, WIDTHS } from './layout.ts'
import type { WriteOptions } from './options.ts'

/** Excel's own bound on one cell. */
const CELL_CHARS = 32_767
/** Twips per half-width character of 宋体 at 9 points, and per unit of Excel's column width. */
const TWIPS_PER_CHAR = 90
const TWIPS_PER_UNIT = 105
const LINE_HEIGHT = 14
/** Excel's bound is 409.5 points. */
const TALLEST_ROW = 400

/**
 * Writes forms as an Excel workbook in the official layout: one sheet per form, cells merged as printed, A4 upright,
 * one page wide, the header of the indicators repeated on every printed page. Amounts and points are numbers with the
 * number format that prints them exactly as on the form; targets and actuals are text.
 *
 * @throws AppraisalError when there is nothing to write, too much, or a text longer than Excel allows
 */
export async function writeXlsx(forms: readonly Form[], options: WriteOptions = {}): Promise<Uint8Array> {
  checkForms(forms, LIMITS.written)
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '融媒'
  workbook.created = options.at ?? new Date(0)
  workbook.modified = options.at ?? new Date(0)
  const names = new Set<string>()
  for (const form of forms) addSheet(workbook, form, sheetName(form, names), options)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, form: Form, name: string, options: WriteOptions): void {
  const goals = Math.max(proseHeight(form.goals.expected, 1, 4), proseHeight(form.goals.actual, 5, 4))
  const goalRows = Math.max(1, Math.ceil(goals / TALLEST_ROW))
  const layout = layoutForm(form, { goalRows, ...(options.label ? { label: options.label } : {}) })
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${layout.headerRow + 1}:${layout.headerRow + 1}`,
    },
  })
  WIDTHS.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width / TWIPS_PER_UNIT
  })
  for (const cell of layout.cells) putCell(sheet, cell, layout)
  setHeights(sheet, layout)
}

function putCell(sheet: ExcelJS.Worksheet, cell: LayoutCell, layout: Layout): void {
  if (cell.text.length > CELL_CHARS) throw new AppraisalError('cellTooLong', `Excel 单元格最多 ${CELL_CHARS} 字`)
  const last = { row: cell.row + cell.rows, column: cell.column + cell.columns }
  const isOuter = cell.column === 0 && cell.row === layout.headerRow
  if (cell.column === 0 && cell.row === layout.headerRow + 1 && cell.text === '') return // merged into 绩效指标 above
  if (isOuter) last.row = layout.rowCount - 1
  if (last.row - cell.row > 1 || cell.columns > 1) {
    sheet.mergeCells(cell.row + 1, cell.column + 1, last.row, last.column)
  }
  const target = sheet.getCell(cell.row + 1, cell.column + 1)
  const { value, format } = valueOf(cell)
  target.value = value
  target.numFmt = format
  target.font = {
    name: '宋体',
    size: cell.role === 'title' ? 16 : cell.role === 'year' ? 12 : 9,
    bold: cell.role === 'title' || cell.role === 'heading',
    ...(cell.role === 'notice' ? { color: { argb: 'FFC00000' } } : {}),
  }
  target.alignment = {
    // a number too wide for its column would print as ####, wrapped or not
    ...(cell.role === 'number' ? { shrinkToFit: true } : { wrapText: true }),
    vertical: 'middle',
    horizontal: cell.role === 'prose' ? 'left' : cell.role === 'notice' ? 'right' : 'center',
  }
  if (cell.row >= layout.frameRow) frame(sheet, cell, last)
}

function frame(sheet: ExcelJS.Worksheet, cell: LayoutCell, last: { row: number; column: number }): void {
  const line = { style: 'thin' as const }
  for (let row = cell.row + 1; row <= last.row; row += 1) {
    for (let column = cell.column + 1; column <= last.column; column += 1) {
      sheet.getCell(row, column).border = { top: line, bottom: line, left: line, right: line }
    }
  }
}

/** A printed number becomes a number with the format that prints it again letter for letter; all else stays text. */
function valueOf(cell: LayoutCell): { value: string | number; format: string } {
  const text = cell.text
  const hit = cell.role === 'number' ? /^(\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.(\d{1,4}))?(%?)$/.exec(text) : null
  const digits = text.replace(/[,.%]/g, '')
  if (!hit || digits.length > 15) return { value: text, format: '@' }
  const decimals = hit[2] ? `.${'0'.repeat(hit[2].length)}` : ''
  const whole = hit[1]?.includes(',') ? '#,##0' : '0'
  const number = Number(text.replace(/[,%]/g, ''))
  return { value: hit[3] ? number / 100 : number, format: `${whole}${decimals}${hit[3] ?? ''}` }
}

function proseHeight(text: string, column: number, columns: number): number {
  const width = WIDTHS.slice(column, column + columns).reduce((sum, part) => sum + part, 0)
  const chars = Math.max(2, Math.floor(width / TWIPS_PER_CHAR) - 2)
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / chars)), 0)
  return lines * LINE_HEIGHT + 6
}

/** Excel does not fit the height of merged cells by itself, so every row gets the height its longest text needs. */
function setHeights(sheet: ExcelJS.Worksheet, layout: Layout): void {
  const heights: number[] = Array.from({ length: layout.rowCount }, () => 20)
  for (const cell of layout.cells) {
    const share = proseHeight(cell.text, cell.column, cell.columns) / cell.rows
    if (cell.role === 'label' && cell.rows > 1) continue
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      heights[row] = Math.min(TALLEST_ROW + 9, Math.max(heights[row] ?? 0, share, cell.role === 'title' ? 28 : 0))
    }
  }
  heights.forEach((height, row) => {
    sheet.getRow(row + 1).height = height
  })
}

/** A sheet name Excel accepts: at most 31 characters, none of \ / ? * [ ] :, no quote at the ends, each once. */
function sheetName(form: Form, taken: Set<string>): string {
  const clean = form.name
    .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  const base = clean === '' || clean.toLowerCase() === 'history' ? `自评表${form.no}` : clean
  for (let i = 1; ; i += 1) {
    const suffix = i === 1 ? '' : `(${i})`
    const name = base.slice(0, 31 - suffix.length).toWellFormed() + suffix
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
