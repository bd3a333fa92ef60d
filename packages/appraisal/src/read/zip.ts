import { inflateRawSync } from 'node:zlib'
import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const OLE = 0xd0cf11e0

/**
 * Checks a .docx or .xlsx before a library unpacks it: that it is a zip, not encrypted, and does not unpack to more
 * than `LIMITS.unpacked`. The sizes a zip claims are not believed; every part is inflated against the remaining budget.
 *
 * @throws AppraisalError with what is wrong
 */
export function checkZip(bytes: Uint8Array): void {
  if (bytes.byteLength > LIMITS.size) throw new AppraisalError('tooLarge', `超过 ${LIMITS.size / 1_000_000} MB`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength > 4 && view.getUint32(0) === OLE) throw new AppraisalError('encrypted')
  if (bytes.byteLength < 22 || view.getUint32(0, true) !== LOCAL) throw new AppraisalError('notZip')
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  if (count > LIMITS.parts) throw new AppraisalError('zipBomb')
  let at = view.getUint32(end + 16, true)
  let budget: number = LIMITS.unpacked
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new AppraisalError('damaged')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new AppraisalError('encrypted')
    budget -= unpackedSize(bytes, view, at, budget)
    if (budget < 0) throw new AppraisalError('zipBomb')
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

function unpackedSize(bytes: Uint8Array, view: DataView, entry: number, budget: number): number {
  const method = view.getUint16(entry + 10, true)
  const packed = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new AppraisalError('damaged')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > view.byteLength) throw new AppraisalError('damaged', '压缩包不完整')
  if (method === 0) return packed
  if (method !== 8) throw new AppraisalError('damaged', '不支持的压缩方式')
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, budget) }).byteLength
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new AppraisalError(code === 'ERR_BUFFER_TOO_LARGE' ? 'zipBomb' : 'damaged')
  }
}
