/** A kind of file as its first bytes tell; the name and the declared type are not believed. */
export type Sniffed = 'jpg' | 'png' | 'gif' | 'webp' | 'pdf' | 'zip' | 'doc' | 'text' | 'unknown'

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((value, i) => bytes[i] === value)

export function sniff(bytes: Uint8Array): Sniffed {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(bytes, 0x47, 0x49, 0x46, 0x38)) return 'gif'
  if (starts(bytes, 0x52, 0x49, 0x46, 0x46) && String.fromCharCode(...bytes.subarray(8, 12)) === 'WEBP') return 'webp'
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'doc'
  return isText(bytes) ? 'text' : 'unknown'
}

export const mediaTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
} as const

/** UTF-8 without control characters, judged by the first 64 KiB. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  const text = new TextDecoder('utf-8').decode(head)
  const broken = text.match(/�/g)?.length ?? 0
  return broken <= 2
}

/**
 * Bytes a zip archive declares it will unpack to, read from its central directory without unpacking anything; null
 * when there is no readable directory. A .docx or .xlsx that lies about it fails later in its reader's own limits.
 */
export function declaredZipSize(bytes: Uint8Array): { entries: number; size: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let i = 0; i < entries; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    size += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, size }
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
