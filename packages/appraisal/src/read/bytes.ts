import { readDoc, readDocx, readHtml, readPdf, readXlsx } from '../documents.ts'
import { AppraisalError } from '../errors.ts'
import type { ReadResult } from '../model.ts'
import { readJson } from './package.ts'
import { decodeText, readText } from './text.ts'
import { zipNames } from './zip.ts'

/**
 * Reads an uploaded file of any kind known here: .docx, .xlsx, .pdf, .doc, .html, a JSON package or tab-separated text.
 * The content decides, not the name.
 *
 * @throws AppraisalError with a Chinese sentence when it is none of them, damaged, protected or too large
 */
export async function readBytes(bytes: Uint8Array): Promise<ReadResult> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readDoc(bytes)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return readPdf(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const kind = partsOf(bytes)
    if (kind === null) throw new AppraisalError('notZip')
    return kind === 'docx' ? readDocx(bytes) : readXlsx(bytes)
  }
  const text = decodeText(bytes)
  if (/^\s*(<!doctype html|<html|<table|<\?xml[^>]*>\s*(<!doctype html|<html))/i.test(text.slice(0, 500)))
    return readHtml(text)
  if (/^\ufeff?\s*\{\s*"schema"\s*:\s*"rongmei-appraisal/.test(text.slice(0, 200))) return readJson(text)
  return readText(text)
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
