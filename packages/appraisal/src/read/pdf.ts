import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Line } from './grid.ts'
import { gridOfPages } from './pages.ts'
import type { Page, Piece } from './piece.ts'
import { rulesOf } from './rulings.ts'

type Loaded = Awaited<ReturnType<typeof getDocument>['promise']>
type PdfPage = Awaited<ReturnType<Loaded['getPage']>>

/**
 * The grid of a PDF with text: cells by the lines drawn around them, or, where none are drawn, columns by x and rows
 * by y; tables go on over page breaks, repeated headers are recognised. Scripts are not run, images not decoded, nothing
 * is fetched.
 *
 * @throws AppraisalError when it is no readable PDF, protected, too large, or a scan without text
 */
export async function gridOfPdf(bytes: Uint8Array): Promise<Line[]> {
  if (bytes.byteLength > LIMITS.size) throw new AppraisalError('tooLarge', `超过 ${LIMITS.size / 1_000_000} MB`)
  const home = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: the library keeps what it is given
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    maxImageSize: 1,
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
  })
  try {
    const document = await task.promise
    if (document.numPages > LIMITS.pages) throw new AppraisalError('tooManyPages', `超过 ${LIMITS.pages} 页`)
    return gridOfPages(await pagesOf(document))
  } catch (error) {
    if (error instanceof AppraisalError) throw error
    const name = error instanceof Error ? error.name : ''
    throw new AppraisalError(name === 'PasswordException' ? 'protected' : 'damaged')
  } finally {
    await task.destroy()
  }
}

async function pagesOf(document: Loaded): Promise<Page[]> {
  const pages: Page[] = []
  let count = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const pieces = await piecesOf(page)
    count += pieces.length
    if (count > LIMITS.pieces) throw new AppraisalError('tooLarge', '文字片段过多')
    const list = pieces.length > 0 ? await page.getOperatorList() : { fnArray: [], argsArray: [] }
    pages.push({ number, pieces, ...rulesOf(list.fnArray, list.argsArray, OPS) })
    page.cleanup()
  }
  if (count === 0) throw new AppraisalError('noText')
  return pages
}

async function piecesOf(page: PdfPage): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  const pieces: Piece[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, , , x, y] = item.transform as number[]
    if (Math.abs(b ?? 0) > Math.abs(a ?? 0)) continue // turned text: watermarks and margins
    pieces.push({ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: item.height || Math.abs(a ?? 9) })
  }
  return pieces
}
