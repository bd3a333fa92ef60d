import { crc32, constants, deflateRawSync } from 'node:zlib'

export type Upload = { name: string; mimeType: string; buffer: Buffer }

const upload = (name: string, buffer: Buffer): Upload => ({ name, mimeType: 'application/octet-stream', buffer })

/** Something that calls itself a Word file and is none. */
export const brokenWord = (): Upload => upload('通讯员来稿.docx', Buffer.from('PK\u0003\u0004 not a zip at all'))
/** Text under the name of a picture. */
export const falsePicture = (): Upload => upload('现场.png', Buffer.from('<script>alert(1)</script>'))
/** A file over every limit. */
export const hugeWord = (): Upload => upload('年鉴.docx', Buffer.alloc(21 * 1024 * 1024, 'x'))
/** A text over the longest story. */
export const endlessText = (): Upload => upload('连载.txt', Buffer.from('松江新闻。\n'.repeat(110_000)))
/** Text that is no form. */
export const noForm = (): Upload => upload('食堂菜单.txt', Buffer.from('周一\t红烧肉\n周二\t清蒸鱼\n'))
/** A workbook in name only. */
export const brokenWorkbook = (): Upload => upload('自评表.xlsx', Buffer.from('not a workbook'))

/** A Word file of some hundred kilobytes that unpacks to `megabytes`. */
export function zipBomb(megabytes = 400): Upload {
  const part = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  const end = deflateRawSync(Buffer.alloc(0))
  const data = Buffer.concat([...Array.from({ length: megabytes }, () => part), end])
  const size = megabytes * 1024 * 1024
  const types = Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  return upload(
    '压缩包.docx',
    zip([
      { name: '[Content_Types].xml', data: deflateRawSync(types), size: types.length, crc: crc32(types) },
      { name: 'word/document.xml', data, size, crc: 0 },
    ]),
  )
}

type Entry = { name: string; data: Buffer; size: number; crc: number }

/** The bytes of a zip archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const { name, data, size, crc } of entries) {
    const file = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(file.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, file, data)
    index.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, place, file)
    offset += 4 + common.length + file.length + data.length
  }
  const directory = Buffer.concat(index)
  const tail = Buffer.alloc(22)
  tail.write('PK\u0005\u0006', 'latin1')
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, tail])
}
