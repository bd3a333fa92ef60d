import { inflateRawSync } from 'node:zlib'

/** Limits on a .docx before it is unpacked: bytes on disk, bytes unpacked in all, and entries. */
export const zipLimits = { packed: 30_000_000, unpacked: 120_000_000, entries: 4_000 }

const endRecord = 0x06054b50
const centralRecord = 0x02014b50
const localRecord = 0x04034b50
const unknownSize = 0xffffffff

interface Entry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const broken = () => new RangeError('文件已损坏：不是有效的压缩包。')

/** The end record stands in the last 64 KiB, before an optional comment (APPNOTE.TXT 4.3.16). */
const findEnd = (bytes: Buffer) => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) === endRecord) return at
  }
  throw broken()
}

const readDirectory = (bytes: Buffer): Entry[] => {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > zipLimits.entries) throw new RangeError(`文件内含 ${count} 个部件，超过上限 ${zipLimits.entries}。`)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralRecord) throw broken()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacks one entry under the size that it declares; one that is larger than it says is a bomb. */
const verify = (bytes: Buffer, entry: Entry) => {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localRecord) throw broken()
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const data = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw broken()
    return
  }
  if (entry.method !== 8) throw broken()
  try {
    inflateRawSync(data, { maxOutputLength: Math.max(entry.unpacked, 1) })
  } catch {
    throw new RangeError('文件解压后的大小与其声明不符，可能已损坏或是压缩炸弹，已拒绝打开。')
  }
}

/**
 * Refuses a zip that is damaged, encrypted, too large, or that would unpack to more than it declares. Throws a RangeError with a
 * Chinese message. Returns the names of its entries.
 */
export const guardZip = (bytes: Buffer): string[] => {
  if (bytes.length > zipLimits.packed) throw new RangeError(`文件过大：最多 ${zipLimits.packed / 1_000_000} MB。`)
  if (bytes.length < 22) throw broken()
  const entries = readDirectory(bytes)
  if (entries.some((entry) => entry.encrypted)) throw new RangeError('文件已加密，无法读取，请先解除密码。')
  if (entries.some((entry) => entry.unpacked === unknownSize)) throw broken()
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (total > zipLimits.unpacked) {
    throw new RangeError(
      `文件解压后将达 ${Math.ceil(total / 1_000_000)} MB，超过上限 ${zipLimits.unpacked / 1_000_000} MB，已拒绝打开。`,
    )
  }
  for (const entry of entries) if (/\.(?:xml|rels)$/i.test(entry.name)) verify(bytes, entry)
  return entries.map((entry) => entry.name)
}
