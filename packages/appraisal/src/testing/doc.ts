const SECTOR = 512
const END = -2
const TEXT_AT = 0x800
/** Streams shorter than this would have to lie in the short-sector container. */
const SHORTEST_STREAM = 4096

/**
 * A Word 97 document of the given table rows: a compound file ([MS-CFB]) with the streams WordDocument and 1Table
 * ([MS-DOC]), one piece of text, and a row-end property for every row. Enough for a reader, not for Word.
 */
export function makeDoc(rows: string[][]): Uint8Array {
  let text = ''
  const ends: number[] = []
  for (const row of rows) {
    if (row.length === 1) text += `${row[0]}\r`
    else {
      text += row.map((cell) => `${cell}\u0007`).join('')
      ends.push(text.length)
      text += '\u0007'
    }
  }
  const body = Buffer.from(text, 'utf16le')
  const firstPage = Math.ceil((TEXT_AT + body.length) / SECTOR)
  const word = Buffer.alloc(Math.max(SHORTEST_STREAM, (firstPage + ends.length) * SECTOR))
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0x0200, 0x0a)
  word.writeUInt32LE(TEXT_AT, 0x18)
  word.writeUInt32LE(text.length, 0x4c)
  body.copy(word, TEXT_AT)
  ends.forEach((end, i) => rowEnd(word, firstPage + i, TEXT_AT + end * 2))
  const table = tableStream(text.length, firstPage, ends.length)
  word.writeUInt32LE(0, 0x01a2)
  word.writeUInt32LE(PIECES, 0x01a6)
  word.writeUInt32LE(PIECES, 0x0102)
  word.writeUInt32LE(ends.length * 8 + 4, 0x0106)
  return compound([
    ['WordDocument', word],
    ['1Table', table],
  ])
}

/** One page of paragraph properties with one run: the row-end mark (sprmPFTtp). */
function rowEnd(word: Buffer, page: number, from: number): void {
  const at = page * SECTOR
  word.writeUInt32LE(from, at)
  word.writeUInt32LE(from + 2, at + 4)
  word.writeUInt8(16, at + 8) // the properties stand at twice this
  word.writeUInt8(3, at + 32)
  word.writeUInt16LE(0x2417, at + 35)
  word.writeUInt8(1, at + 37)
  word.writeUInt8(1, at + SECTOR - 1)
}

/** Bytes of the piece table before the list of property pages. */
const PIECES = 32

function tableStream(length: number, firstPage: number, pages: number): Buffer {
  const table = Buffer.alloc(Math.max(SHORTEST_STREAM, PIECES + pages * 8 + 4))
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(0, 5)
  table.writeUInt32LE(length, 9)
  table.writeUInt32LE(TEXT_AT, 15)
  for (let i = 0; i < pages; i += 1) table.writeUInt32LE(firstPage + i, PIECES + (pages + 1) * 4 + i * 4)
  return table
}

function compound(streams: [string, Buffer][]): Uint8Array {
  const sectors: Buffer[] = []
  const next: number[] = []
  const put = (content: Buffer): number => {
    const first = sectors.length
    for (let at = 0; at < content.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR)
      content.copy(sector, 0, at, Math.min(at + SECTOR, content.length))
      sectors.push(sector)
      next.push(sectors.length)
    }
    next[next.length - 1] = END
    return first
  }
  const directory = Buffer.alloc(4 * 128)
  entry(directory, 0, 'Root Entry', 5, { child: 1, right: -1, first: END, size: 0 })
  streams.forEach(([name, content], i) => {
    const last = i === streams.length - 1
    entry(directory, i + 1, name, 2, { child: -1, right: last ? -1 : i + 2, first: put(content), size: content.length })
  })
  const directoryAt = put(directory)
  const fatCount = Math.ceil((next.length + 2) / (SECTOR / 4))
  const fatAt = sectors.length
  for (let i = 0; i < fatCount; i += 1) next.push(-3)
  const fat = Buffer.alloc(fatCount * SECTOR, 0xff)
  next.forEach((value, i) => fat.writeInt32LE(value, i * 4))
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeInt32LE(fatCount, 44)
  header.writeInt32LE(directoryAt, 48)
  header.writeInt32LE(SHORTEST_STREAM, 56)
  header.writeInt32LE(END, 60)
  header.writeInt32LE(END, 68)
  for (let i = 0; i < 109; i += 1) header.writeInt32LE(i < fatCount ? fatAt + i : -1, 76 + i * 4)
  return new Uint8Array(Buffer.concat([header, ...sectors, fat]))
}

function entry(
  directory: Buffer,
  index: number,
  name: string,
  type: number,
  at: { child: number; right: number; first: number; size: number },
): void {
  const base = index * 128
  directory.write(name, base, 'utf16le')
  directory.writeUInt16LE(name.length * 2 + 2, base + 64)
  directory.writeUInt8(type, base + 66)
  directory.writeInt32LE(-1, base + 68)
  directory.writeInt32LE(at.right, base + 72)
  directory.writeInt32LE(at.child, base + 76)
  directory.writeInt32LE(at.first, base + 116)
  directory.writeInt32LE(at.size, base + 120)
}
