import { AppraisalError } from '../errors.ts'
import type { ReadResult } from '../model.ts'
import type { Line } from './grid.ts'
import { type Mapping, readMapped } from './mapped.ts'
import { readJson } from './package.ts'
import { decodeText, gridOfText } from './text.ts'
import { zipNames } from './zip.ts'

/**
 * Reads an uploaded file of any kind known here: .docx, .xlsx, .pdf, .doc, .html, a JSON package or tab-separated text.
 * The content decides, not the name.
 *
 * @param mapping for a table whose layout is not known: which column is what
 *
 * @throws AppraisalError with a Chinese sentence when it is none of them, damaged, protected or too large
 */
export async function readBytes(bytes: Uint8Array, mapping?: Mapping): Promise<ReadResult> {
  if (!startsWith(bytes, [0x7b]) && !startsWith(bytes, [0xef, 0xbb, 0xbf, 0x7b])) {
    return readMapped(await gridOfBytes(bytes), mapping)
  }
  const text = decodeText(bytes)
  return JSON_PACKAGE.test(text.slice(0, 200)) ? readJson(text) : readMapped(gridOfText(text), mapping)
}

const JSON_PACKAGE = /^\ufeff?\s*\{\s*"schema"\s*:\s*"rongmei-appraisal/

/**
 * The rows and cells of a file as read, before anything is understood: what a person is shown who maps a table by hand.
 *
 * @throws AppraisalError as `readBytes`
 */
export async function gridOfBytes(bytes: Uint8Array): Promise<Line[]> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return (await import('./doc.ts')).gridOfDoc(bytes)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return (await import('./pdf.ts')).gridOfPdf(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const kind = partsOf(bytes)
    if (kind === null) throw new AppraisalError('notZip')
    return kind === 'docx'
      ? (await import('./docx.ts')).gridOfDocx(bytes)
      : (await import('./xlsx.ts')).gridOfXlsx(bytes)
  }
  const text = decodeText(bytes)
  const html = /^\s*(<!doctype html|<html|<table|<\?xml[^>]*>\s*(<!doctype html|<html))/i.test(text.slice(0, 500))
  return html ? (await import('./html.ts')).gridOfHtml(text) : gridOfText(text)
}

/** Whether a zip is a Word or Excel document, not an archive of files. */
export function isDocument(bytes: Uint8Array): boolean {
  return partsOf(bytes) !== null
}

function partsOf(bytes: Uint8Array): 'docx' | 'xlsx' | null {
  const names = zipNames(bytes)
  if (names.some((name) => name.startsWith('word/document'))) return 'docx'
  return names.some((name) => /^xl\/(workbook|worksheets)/.test(name)) ? 'xlsx' : null
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
