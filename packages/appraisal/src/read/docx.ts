import mammoth from 'mammoth'
import { AppraisalError } from '../errors.ts'
import type { ReadResult } from '../model.ts'
import type { Line } from './grid.ts'
import { gridOfHtml } from './html.ts'
import { readGrid } from './read.ts'
import { checkZip } from './zip.ts'

/** Reads the forms of a Word document; see `gridOfDocx` for what is read and refused. */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  return readGrid(await gridOfDocx(bytes))
}

/**
 * The grid of a Word document: its tables with merged cells, and the paragraphs between them (titles).
 *
 * @throws AppraisalError for anything that is no readable .docx, or too large
 */
export async function gridOfDocx(bytes: Uint8Array): Promise<Line[]> {
  checkZip(bytes)
  let html: string
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
    )
    html = result.value
  } catch {
    throw new AppraisalError('damaged')
  }
  return gridOfHtml(html)
}
