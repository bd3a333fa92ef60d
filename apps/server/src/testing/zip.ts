import { crc32, deflateRawSync } from 'node:zlib'

export type Part = {
  name: string
  bytes: Uint8Array
  /** Unpacked size that the archive claims; the true one unless told. */
  claims?: number
}

/** A zip archive made by hand, so that tests can lie in it. `counts` is how many records the last record admits to. */
export function zipOf(parts: readonly Part[], counts = parts.length): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const packed = deflateRawSync(part.bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(part.bytes), 10)
    shared.writeUInt32LE(packed.byteLength, 14)
    shared.writeUInt32LE(part.claims ?? part.bytes.byteLength, 18)
    shared.writeUInt16LE(name.byteLength, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, name]))
    bodies.push(local)
    at += local.byteLength
  }
  const records = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(counts, 8)
  end.writeUInt16LE(counts, 10)
  end.writeUInt32LE(records.byteLength, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...bodies, records, end]))
}
