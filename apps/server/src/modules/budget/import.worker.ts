import { parentPort, workerData } from 'node:worker_threads'
import ExcelJS, { type CellValue, type Worksheet } from 'exceljs'
import { unpackedZipSize } from '../../platform/http/sniff.ts'
import type { SheetRow } from './domain/sheet.ts'
import { COLUMNS, type ColumnKey, words } from './domain/words.zh.ts'
import { MOST_UNPACKED, type SheetAnswer } from './import.reader.ts'

const MOST_ROWS = 2_000
/** A cell longer than this is cut: every column has a smaller limit of its own, so the row is found faulty anyway. */
const MOST_CHARACTERS = 400

/** A cell as a person reads it: dates as 2023-05-01, formulas by their result, rich text without its dress. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).normalize('NFKC').trim().slice(0, MOST_CHARACTERS)
  if ('richText' in value) return textOf(value.richText.map((run) => run.text).join(''))
  if ('result' in value) return textOf(value.result as CellValue)
  if ('text' in value) return textOf(value.text as CellValue)
  return ''
}

function columnsOf(sheet: Worksheet): { at: Map<ColumnKey, number>; missing: string[] } {
  const at = new Map<ColumnKey, number>()
  for (let column = 1; column <= Math.min(sheet.columnCount, 40); column += 1) {
    const title = textOf(sheet.getRow(1).getCell(column).value)
    const key = (Object.keys(COLUMNS) as ColumnKey[]).find((one) => COLUMNS[one].normalize('NFKC') === title)
    if (key) at.set(key, column)
  }
  const missing = (Object.keys(COLUMNS) as ColumnKey[]).filter((key) => !at.has(key)).map((key) => COLUMNS[key])
  return { at, missing }
}

/** Reads one workbook; what goes wrong is an answer, not a crash. */
async function read(bytes: Uint8Array): Promise<SheetAnswer> {
  // The directory may lie about sizes, and memory outside the heap is not limited by the thread: unpack with a cap first.
  const size = unpackedZipSize(bytes, MOST_UNPACKED)
  if (size === null) return { refused: 'unreadable', reason: '' }
  if (size > MOST_UNPACKED) return { refused: 'tooLarge', reason: '' }
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(Buffer.from(bytes) as never)
  } catch {
    return { refused: 'unreadable', reason: '' }
  }
  const sheet = book.worksheets[0]
  if (!sheet) return { refused: 'unreadable', reason: words.empty }
  const { at, missing } = columnsOf(sheet)
  if (missing.length > 0) return { refused: 'unreadable', reason: words.noHeader(missing.join('、')) }
  if (sheet.actualRowCount > MOST_ROWS + 1) return { refused: 'tooLarge', reason: words.tooMany(MOST_ROWS) }
  const rows: SheetRow[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const cell = (key: ColumnKey) => textOf(row.getCell(at.get(key) ?? 1).value)
    const texts = Object.fromEntries(Object.keys(COLUMNS).map((key) => [key, cell(key as ColumnKey)]))
    if (Object.values(texts).some((text) => text !== ''))
      rows.push({ row: number, ...(texts as Record<ColumnKey, string>) })
  })
  return rows.length === 0 ? { refused: 'unreadable', reason: words.empty } : { rows }
}

parentPort?.postMessage(await read((workerData as { bytes: Uint8Array }).bytes))
