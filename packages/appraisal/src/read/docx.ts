import mammoth from 'mammoth'
import { AppraisalError } from '../errors.ts'
import type { ReadResult } from '../model.ts'
import { gridOfHtml } from './html.ts'
import { readGrid } from './read.ts'
import { checkZip } from './zip.ts'

/**
 * Reads forms from a Word document: its tables with merged cells, and the paragraphs between them (titles).
 *
 * @throws AppraisalError for anything that is no readable .docx, or too large
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
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
  return readGrid(gridOfHtml(html))
}
