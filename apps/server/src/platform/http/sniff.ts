import { inflateRawSync } from 'node:zlib'

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
  const entries = zipEntries(bytes)
  return entries && { entries: entries.length, size: entries.reduce((sum, entry) => sum + entry.declared, 0) }
}

/**
 * Bytes a zip archive really unpacks to, found by unpacking it piece by piece; it stops as soon as it is past `most`
 * and then returns something larger. null when it is no zip, is damaged, or is put together so that two readers could
 * see two different archives in it.
 */
export function unpackedZipSize(bytes: Uint8Array, most: number): number | null {
  const entries = zipEntries(bytes)
  if (!entries) return null
  let size = 0
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry)
    if (!packed) return null
    if (entry.method === STORED) size += packed.byteLength
    else {
      const added = inflatedSize(packed, most - size)
      if (added === null) return null
      size += added
    }
    if (size > most) return size
  }
  return size
}

type ZipEntry = { method: number; packed: number; declared: number; at: number }
const STORED = 0
const DEFLATED = 8

/** Every record of the central directory; the directory must end where the archive's last record says it does. */
function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  // More records than were counted would be read by others, not by us.
  return at === end ? entries : null
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.byteLength || view.getUint32(entry.at, true) !== 0x04034b50) return null
  if (entry.method !== STORED && entry.method !== DEFLATED) return null
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  return start + entry.packed <= bytes.byteLength ? bytes.subarray(start, start + entry.packed) : null
}

/** @returns the unpacked size; one more than `most` when it is larger; null when the data are damaged */
function inflatedSize(packed: Uint8Array, most: number): number | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).byteLength
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : null
  }
}

/** The last record of the archive: nothing but its own comment may follow. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50)
      return at + 22 + view.getUint16(at + 20, true) === view.byteLength ? at : null
  }
  return null
}
