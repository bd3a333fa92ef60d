import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { ReadResult } from '../model.ts'
import { type Line, makeLine } from './grid.ts'
import { readGrid } from './read.ts'

/**
 * Reads forms from text with one table row per line and cells separated by tabs, as the centre publishes them.
 *
 * @param text any length up to `LIMITS.size` characters; LF, CRLF or CR; blank lines are taken as possible page breaks
 * @returns the forms, and every table met in `src.blocks`; an empty or foreign text yields no forms and kind `other`
 * @throws AppraisalError when the text is too large or no text at all
 */
export function readText(text: string): ReadResult {
  return readGrid(gridOfText(text))
}

/** Splits a tab-separated text into grid rows. */
export function gridOfText(text: string): Line[] {
  if (text.length > LIMITS.size) throw new AppraisalError('tooLarge', `超过 ${LIMITS.size / 1_000_000} 兆字符`)
  if (text.includes('\0')) throw new AppraisalError('notText')
  const rows = text.split(/\r\n|\r|\n/)
  if (rows.length > LIMITS.rows) throw new AppraisalError('tooManyRows', `超过 ${LIMITS.rows} 行`)
  const lines: Line[] = []
  let page = 1
  let blank = false
  rows.forEach((row, index) => {
    if (row.trim() === '') {
      blank = lines.length > 0
      return
    }
    if (blank) page += 1
    blank = false
    lines.push(makeLine(index + 1, page, row.split('\t')))
  })
  return lines
}

/**
 * Turns bytes into text: UTF-8, else GB 18030, which Chinese offices still save.
 *
 * @throws AppraisalError when the bytes are neither, or too many
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.byteLength > LIMITS.size * 3) throw new AppraisalError('tooLarge')
  if (bytes.includes(0)) throw new AppraisalError('notText')
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // not in this encoding: try the next
    }
  }
  throw new AppraisalError('encoding')
}
