import WordExtractor from 'word-extractor'
import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Line } from './grid.ts'
import { gridOfText } from './text.ts'

/**
 * The grid of an old Word document (.doc): its text with one table row per line and cells apart by tabs, the layout
 * of the published text. Merged cells come as blanks, as in the other readers.
 *
 * @throws AppraisalError when it is no readable .doc (protected, .xls, damaged) or too large
 */
export async function gridOfDoc(bytes: Uint8Array): Promise<Line[]> {
  if (bytes.byteLength > LIMITS.sizeDoc) throw new AppraisalError('tooLarge', `超过 ${LIMITS.sizeDoc / 1_000_000} MB`)
  checkChains(bytes)
  let body: string
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes))
    // its filter would turn Chinese quotation marks into straight ones
    body = document.getBody({ filterUnicode: false })
  } catch {
    throw new AppraisalError('encrypted')
  }
  return gridOfText(body.replaceAll('\0', ''))
}

/** Places in the header of a compound file ([MS-CFB] 2.2). */
const AT = { sectorShift: 30, fatSectors: 44, fatList: 76 } as const
const LISTED = 109

/**
 * Refuses a compound file whose sector chains run in a circle: the library would follow it until memory ends. Only the
 * sectors listed in the header are looked at, which is every file up to 7 MB.
 */
function checkChains(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 512) throw new AppraisalError('encrypted')
  const size = 1 << view.getUint16(AT.sectorShift, true)
  const count = view.getInt32(AT.fatSectors, true)
  if (size < 64 || size > 65_536 || count < 1 || count > LISTED) throw new AppraisalError('encrypted')
  const next: number[] = []
  for (let i = 0; i < count; i += 1) {
    const start = (view.getInt32(AT.fatList + i * 4, true) + 1) * size
    if (start < size || start + size > bytes.byteLength) throw new AppraisalError('damaged')
    for (let at = start; at < start + size; at += 4) next.push(view.getInt32(at, true))
  }
  const seen = new Uint32Array(next.length)
  for (let first = 0; first < next.length; first += 1) {
    for (let at = first; at >= 0 && at < next.length && seen[at] !== first + 1; at = next[at] ?? -1) {
      if ((seen[at] ?? 0) !== 0) break // joins a chain already followed to its end
      seen[at] = first + 1
      if (seen[next[at] ?? -1] === first + 1) throw new AppraisalError('damaged', '扇区链成环')
    }
  }
}
