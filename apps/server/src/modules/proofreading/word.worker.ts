import { parentPort, workerData } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import { dayOf } from '@rongmei/kit'

export type SheetAnswer = { rows: string[][] } | { refused: 'unreadable' | 'tooLarge' }
const MOST_ROWS = 20_001
const MOST_COLUMNS = 20

/** The first sheet of a workbook as text, in a thread with limits. */
async function read(bytes: Uint8Array): Promise<SheetAnswer> {
  try {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]
    if (!sheet) return { refused: 'unreadable' }
    if (sheet.actualRowCount > MOST_ROWS || sheet.actualColumnCount > MOST_COLUMNS) return { refused: 'tooLarge' }
    const rows: string[][] = []
    sheet.eachRow({ includeEmpty: true }, (row, no) => {
      const cells = Array.from({ length: sheet.actualColumnCount }, (_, at) => textOf(row.getCell(at + 1)))
      if (no <= MOST_ROWS) rows[no - 1] = cells
    })
    return { rows: Array.from(rows, (row) => row ?? []) }
  } catch {
    return { refused: 'unreadable' }
  }
}

/** A date cell is a day: Excel has no zone, and exceljs gives midnight in UTC. */
const textOf = (cell: ExcelJS.Cell): string =>
  cell.value instanceof Date
    ? dayOf(cell.value)
    : cell.text === undefined || cell.text === null
      ? ''
      : String(cell.text)

parentPort?.postMessage(await read((workerData as { bytes: Uint8Array }).bytes))
