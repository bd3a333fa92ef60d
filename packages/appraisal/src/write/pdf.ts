import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import { LIMITS } from '../limits.ts'
import type { Form } from '../model.ts'
import { checkForms, type Layout, type LayoutCell, layoutForm } from './layout.ts'
import type { WriteOptions } from './options.ts'

const FONT = 'NotoSansSC'
/** Points. */
const SIZE = { notice: 10.5, title: 16, year: 12, heading: 9, label: 9, text: 9, prose: 9, number: 9 } as const
const MARGIN = 42
const LINE = 0.6
/** Points. As the layout's, but so that 项目名称 and 100.00% stand on one line in this wider face. */
const COLUMNS = [43, 52, 53, 77, 65.5, 65.5, 32, 42, 80.2] as const
const PADDING = { x: 3, y: 3 }
/** A row with longer prose may be cut by the end of a page. */
const LONG = 400

interface Face {
  text: string
  fontSize: number
  alignment: 'left' | 'center' | 'right'
  bold?: true
  color?: string
  rowSpan?: number
  colSpan?: number
  marginTop?: number
}

/**
 * Writes forms as one PDF in the official layout: A4 upright, cells merged as printed, the header of the indicators
 * repeated on every further page, Noto Sans SC embedded as a subset. The fonts come from the package
 * @expo-google-fonts/noto-sans-sc; no other file and no address is opened.
 *
 * @throws AppraisalError when there is nothing to write or too much
 */
export async function writePdf(forms: readonly Form[], options: WriteOptions = {}): Promise<Uint8Array> {
  checkForms(forms, LIMITS.writtenPdf)
  const fonts = {
    normal: fontPath('400Regular/NotoSansSC_400Regular.ttf'),
    bold: fontPath('700Bold/NotoSansSC_700Bold.ttf'),
  }
  pdfmake.setFonts({ [FONT]: fonts })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === fonts.normal || path === fonts.bold)
  const at = options.at ?? new Date(0)
  const buffer = await pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
      defaultStyle: { font: FONT, fontSize: 9, lineHeight: 1 },
      info: {
        title: forms.length === 1 ? forms[0]?.name : '绩效自评表',
        creator: '融媒',
        creationDate: at,
        modDate: at,
      },
      content: forms.flatMap((form, i) => pagesOf(form, options, i > 0)),
    })
    .getBuffer()
  return new Uint8Array(buffer)
}

function fontPath(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}`))
}

function pagesOf(form: Form, options: WriteOptions, breaks: boolean): object[] {
  const layout = layoutForm(form, options.label ? { label: options.label } : {})
  const above = layout.cells.filter((cell) => cell.row < layout.frameRow).map((cell) => faceOf(cell))
  return [
    ...above.map((face, i) => ({
      ...face,
      margin: [0, 0, 0, i === above.length - 1 ? 6 : 2],
      ...(i === 0 && breaks ? { pageBreak: 'before' } : {}),
    })),
    tableOf(layout, layout.frameRow, layout.headerRow, false),
    // one table would look the same, but only a table's first rows can be repeated
    { ...tableOf(layout, layout.headerRow, layout.rowCount, true), margin: [0, -LINE, 0, 0] },
  ]
}

function tableOf(layout: Layout, from: number, to: number, indicators: boolean): object {
  const body: (Face | Record<string, never>)[][] = Array.from({ length: to - from }, () =>
    Array.from({ length: COLUMNS.length }, () => ({})),
  )
  let long = false
  for (const cell of layout.cells) {
    if (cell.row < from || cell.row >= to) continue
    const row = body[cell.row - from]
    if (!row) continue
    row[cell.column] = {
      ...faceOf(cell),
      ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
      ...(cell.columns > 1 ? { colSpan: cell.columns } : {}),
    }
    long ||= cell.text.length > LONG
  }
  return {
    table: {
      widths: COLUMNS.map((width) => width - 2 * PADDING.x - LINE),
      body,
      headerRows: indicators ? 1 : 0,
      dontBreakRows: indicators && !long,
    },
    layout: {
      hLineWidth: () => LINE,
      vLineWidth: () => LINE,
      paddingLeft: () => PADDING.x,
      paddingRight: () => PADDING.x,
      paddingTop: () => PADDING.y,
      paddingBottom: () => PADDING.y,
    },
  }
}

function faceOf(cell: LayoutCell): Face {
  const bold = cell.role === 'title' || cell.role === 'heading'
  return {
    // a blank at the end of a line would be dropped, and Chinese needs none to break at
    text: cell.text.replaceAll(' ', '\u00a0'),
    fontSize: cell.text.endsWith('%') && cell.role === 'number' ? SIZE.number - 0.8 : SIZE[cell.role],
    alignment: cell.role === 'notice' ? 'right' : cell.role === 'prose' ? 'left' : 'center',
    ...(bold ? { bold: true } : {}),
    ...(cell.role === 'notice' ? { color: '#c00000' } : {}),
  }
}
