import {
  AlignmentType,
  BorderStyle,
  Document,
  type ISectionOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { LIMITS } from '../limits.ts'
import type { Form } from '../model.ts'
import { checkForms, type Layout, type LayoutCell, layoutForm, WIDTHS } from './layout.ts'
import type { WriteOptions } from './options.ts'

const FONT = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' }
/** Half points. */
const SIZE = { notice: 21, title: 32, year: 24, heading: 18, label: 18, text: 18, prose: 18, number: 18 } as const
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = 850

/**
 * Writes forms as a Word document in the official layout: one section and page per form, A4 upright, 宋体, labels merged
 * as printed, the header of the indicators repeated after a page break.
 *
 * @throws AppraisalError when there is nothing to write or too much
 */
export async function writeDocx(forms: readonly Form[], options: WriteOptions = {}): Promise<Uint8Array> {
  checkForms(forms, LIMITS.written)
  const document = new Document({
    creator: '融媒',
    title: forms.length === 1 ? (forms[0]?.name ?? '') : '绩效自评表',
    styles: { default: { document: { run: { font: FONT, size: 18 } } } },
    sections: forms.map((form) => sectionOf(form, options)),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function sectionOf(form: Form, options: WriteOptions): ISectionOptions {
  const layout = layoutForm(form, options.label ? { label: options.label } : {})
  const above = layout.cells.filter((cell) => cell.row < layout.frameRow)
  return {
    properties: {
      page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
    },
    children: [
      ...above.map((cell) => paragraphOf(cell)),
      tableOf(layout, layout.frameRow, layout.headerRow),
      seam(),
      tableOf(layout, layout.headerRow, layout.rowCount),
    ],
  }
}

/**
 * Word repeats only the first rows of a table, so the indicators are a table of their own; a paragraph one point high
 * keeps Word from joining it to the one above.
 */
function seam(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

function tableOf(layout: Layout, from: number, to: number): Table {
  const rows: TableRow[] = []
  for (let row = from; row < to; row += 1) {
    const cells = layout.cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column)
    rows.push(
      new TableRow({
        ...switches(row === layout.headerRow, !cells.some((cell) => cell.role === 'prose' && cell.text.length > 200)),
        children: cells.map((cell) => cellOf(cell, layout)),
      }),
    )
  }
  return new Table({
    rows,
    columnWidths: [...WIDTHS],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  })
}

/** Switches are left out rather than written as off: readers take the mere element for on. */
function switches(repeats: boolean, whole: boolean): { tableHeader?: true; cantSplit?: true } {
  return { ...(repeats ? { tableHeader: true } : {}), ...(whole ? { cantSplit: true } : {}) }
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NONE = { style: BorderStyle.NIL, size: 0, color: 'auto' }

/**
 * 绩效指标 stands in the header row and runs down beside all indicators: on paper one cell. A repeated header cannot
 * hold a merged cell that leaves it, so the line between header and body is left out instead.
 */
function cellOf(cell: LayoutCell, layout: Layout): TableCell {
  const inHeader = cell.row === layout.headerRow && cell.column === 0
  const below = cell.row === layout.headerRow + 1 && cell.column === 0 && layout.headerRow + 2 < layout.rowCount
  const width = WIDTHS.slice(cell.column, cell.column + cell.columns).reduce((sum, part) => sum + part, 0)
  return new TableCell({
    rowSpan: cell.rows,
    columnSpan: cell.columns,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 30, bottom: 30, left: 50, right: 50 },
    borders: {
      top: below && cell.text === '' ? NONE : LINE,
      bottom: inHeader ? NONE : LINE,
      left: LINE,
      right: LINE,
    },
    children: [paragraphOf(cell)],
  })
}

function paragraphOf(cell: LayoutCell): Paragraph {
  const bold = cell.role === 'title' || cell.role === 'heading'
  const color = cell.role === 'notice' ? { color: 'C00000' } : {}
  return new Paragraph({
    alignment: alignmentOf(cell),
    spacing: { before: 0, after: cell.role === 'year' ? 120 : 0 },
    children: cell.text
      .split('\n')
      .map(
        (text, i) =>
          new TextRun({ text, bold, size: SIZE[cell.role], font: FONT, ...(i > 0 ? { break: 1 } : {}), ...color }),
      ),
  })
}

function alignmentOf(cell: LayoutCell): (typeof AlignmentType)[keyof typeof AlignmentType] {
  if (cell.role === 'notice') return AlignmentType.RIGHT
  return cell.role === 'prose' ? AlignmentType.LEFT : AlignmentType.CENTER
}
