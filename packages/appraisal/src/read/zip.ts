import { inflateRawSync } from 'node:zlib'
import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const OLE = 0xd0cf11e0
const UTF8 = 0x800

/** One file of a zip. */
export interface ZipPart {
  name: string
  bytes: Uint8Array
}

/**
 * Checks a .docx or .xlsx before a library unpacks it: that it is a zip, not encrypted, and does not unpack to more
 * than `LIMITS.unpacked`. The sizes a zip claims are not believed; every part is inflated against the remaining budget.
 *
 * @throws AppraisalError with what is wrong
 */
export function checkZip(bytes: Uint8Array): void {
  walk(bytes, () => undefined)
}

/**
 * Unpacks a zip of forms in memory, under the same bounds. Names are only ever shown, never used as paths; one that
 * leaves its folder is refused all the same. Folders, hidden files and what macOS adds are left out.
 *
 * @throws AppraisalError with what is wrong
 */
export function unzip(bytes: Uint8Array): ZipPart[] {
  const parts: ZipPart[] = []
  walk(bytes, (rawName, flags, content) => {
    const name = nameOf(rawName, flags)
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\0/.test(name)) throw new AppraisalError('unsafePath')
    if (name.endsWith('/') || /(^|\/)(\.|__MACOSX\/|~\$|Thumbs\.db$)/.test(name)) return
    if (parts.length >= LIMITS.files) throw new AppraisalError('tooManyFiles', `超过 ${LIMITS.files} 个`)
    parts.push({ name, bytes: content })
  })
  return parts
}

/** The names a zip's directory lists, nothing unpacked. */
export function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = []
  entries(bytes, (at, view) => {
    const length = view.getUint16(at + 28, true)
    names.push(nameOf(bytes.subarray(at + 46, at + 46 + length), view.getUint16(at + 8, true)))
  })
  return names
}

/** Old Windows zips write Chinese names in GB 18030 and do not say so. */
function nameOf(raw: Uint8Array, flags: number): string {
  const encodings = (flags & UTF8) === 0 ? ['utf-8', 'gb18030'] : ['utf-8']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw)
    } catch {
      // not in this encoding: try the next
    }
  }
  return '（文件名无法识别）'
}

function walk(bytes: Uint8Array, visit: (name: Uint8Array, flags: number, content: Uint8Array) => void): void {
  let budget: number = LIMITS.unpacked
  entries(bytes, (at, view) => {
    const flags = view.getUint16(at + 8, true)
    if ((flags & 1) === 1) throw new AppraisalError('encrypted')
    const content = inflate(bytes, view, at, budget)
    budget -= content.byteLength
    if (budget < 0) throw new AppraisalError('zipBomb')
    visit(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)), flags, content)
  })
}

/** Visits the entries of the central directory. */
function entries(bytes: Uint8Array, visit: (at: number, view: DataView) => void): void {
  if (bytes.byteLength > LIMITS.size) throw new AppraisalError('tooLarge', `超过 ${LIMITS.size / 1_000_000} MB`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength > 4 && view.getUint32(0) === OLE) throw new AppraisalError('encrypted')
  if (bytes.byteLength < 22 || view.getUint32(0, true) !== LOCAL) throw new AppraisalError('notZip')
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  if (count > LIMITS.parts) throw new AppraisalError('zipBomb')
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new AppraisalError('damaged')
    visit(at, view)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** The end record lies within the last 64 KiB, before an optional comment. */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new AppraisalError('damaged', '压缩包不完整')
}

function inflate(bytes: Uint8Array, view: DataView, entry: number, budget: number): Uint8Array {
  const method = view.getUint16(entry + 10, true)
  const packed = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new AppraisalError('damaged')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > view.byteLength) throw new AppraisalError('damaged', '压缩包不完整')
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return content
  if (method !== 8) throw new AppraisalError('damaged', '不支持的压缩方式')
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new AppraisalError(code === 'ERR_BUFFER_TOO_LARGE' ? 'zipBomb' : 'damaged')
  }
}
