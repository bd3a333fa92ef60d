const LEFT = 40
const TOP = 800
const ROW = 16
const COLUMN = 58
const SIZE = 5

export interface PdfOptions {
  /** whether borders are drawn around the cells */
  ruled: boolean
  /** rows on a page */
  perPage: number
  /** borders as thin filled rectangles, as word processors write them */
  filled?: boolean
  /** the row of 三级指标 is printed again on every further page */
  repeat?: boolean
}

/**
 * A PDF of table rows at fixed places, one piece of text per cell; a row of one cell stands outside the table. The font
 * is a name only (UniGB-UCS2-H, not embedded): readers need its widths and map, not its shapes.
 */
export function makePdf(grid: string[][], options: PdfOptions): Uint8Array {
  const header = grid.find((row) => row.includes('三级指标')) ?? []
  const pages: string[][][] = [[]]
  for (const row of grid) {
    let page = pages.at(-1) ?? []
    if (page.length >= options.perPage) {
      page = options.repeat ? [header] : []
      pages.push(page)
    }
    page.push(row)
  }
  const contents = pages.map((page) => page.map((row, i) => drawRow(row, TOP - i * ROW, options)).join('\n'))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${contents.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

function drawRow(row: string[], y: number, options: PdfOptions): string {
  const width = Math.max(row.length, 8)
  const drawn = row.flatMap((cell, column) => {
    const hex = Buffer.from(cell, 'utf16le').swap16().toString('hex')
    return cell === '' ? [] : [`BT /F1 ${SIZE} Tf ${LEFT + column * COLUMN + 2} ${y + 4} Td <${hex}> Tj ET`]
  })
  if (!options.ruled || row.length === 1) return drawn.join('\n')
  for (let column = 0; column <= width; column += 1) {
    const x = LEFT + column * COLUMN
    drawn.push(options.filled ? `${x - 0.25} ${y} 0.5 ${ROW} re f` : `${x} ${y} m ${x} ${y + ROW} l S`)
  }
  for (const line of [y, y + ROW]) {
    const length = width * COLUMN
    drawn.push(
      options.filled ? `${LEFT} ${line - 0.25} ${length} 0.5 re f` : `${LEFT} ${line} m ${LEFT + length} ${line} l S`,
    )
  }
  return drawn.join('\n')
}
