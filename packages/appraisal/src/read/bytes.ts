import { readDocx, readXlsx } from '../documents.ts'
import { AppraisalError } from '../errors.ts'
import type { ReadResult } from '../model.ts'
import { gridOfHtml } from './html.ts'
import { readGrid } from './read.ts'
import { decodeText, readText } from './text.ts'

/**
 * Reads an uploaded file of any kind known here: .docx, .xlsx, .html or tab-separated text. The content decides, not
 * the name.
 *
 * @throws AppraisalError with a Chinese sentence when it is none of them, damaged, protected or too large
 */
export async function readBytes(bytes: Uint8Array): Promise<ReadResult> {
  const start = bytes.subarray(0, 8)
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw new AppraisalError('encrypted')
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04])) {
    // part names stand unpacked in the zip's directory
    const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (names.includes('word/document')) return readDocx(bytes)
    if (names.includes('xl/')) return readXlsx(bytes)
    throw new AppraisalError('notZip')
  }
  const text = decodeText(bytes)
  return /^\s*(<!doctype html|<html|<table)/i.test(text.slice(0, 500)) ? readGrid(gridOfHtml(text)) : readText(text)
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
