import { deflateRawSync } from 'node:zlib'

/** A zip of one deflated part, with the sizes it claims and whatever else a test wants to falsify. */
export function makeZip(
  name: string,
  content: Uint8Array,
  lies: { claimed?: number; flags?: number; count?: number } = {},
): Uint8Array {
  const data = deflateRawSync(content)
  const file = Buffer.from(name)
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(lies.flags ?? 0, 2)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(data.length, 14)
  header.writeUInt32LE(lies.claimed ?? content.length, 18)
  header.writeUInt16LE(file.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), header, file, data])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002', 'latin1'),
    Buffer.from([20, 0]),
    header,
    Buffer.alloc(14),
    file,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(lies.count ?? 1, 8)
  end.writeUInt16LE(lies.count ?? 1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, central, end]))
}

/** A stored zip of several files, names as given (UTF-8). */
export function makeArchive(files: [string, Uint8Array][]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const file = Buffer.from(name)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(0x800, 2)
    header.writeUInt32LE(content.length, 14)
    header.writeUInt32LE(content.length, 18)
    header.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), header, file, content])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), header, tail, file]))
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, central, end]))
}
