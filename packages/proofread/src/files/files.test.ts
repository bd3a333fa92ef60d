import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { check } from '../index.ts'
import { fencedRanges, readManuscript } from './read.ts'
import { formatReport } from './report.ts'
import { guardZip, zipLimits } from './zip.ts'

interface Part {
  readonly name: string
  readonly text: string
  /** The unpacked size to declare instead of the true one. */
  readonly declared?: number
  readonly flags?: number
}

/** A zip archive as APPNOTE.TXT describes it: local records, central directory, end record. */
const zip = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, text, declared, flags = 0 } of parts) {
    const data = deflateRawSync(text)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(text), 10)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(declared ?? Buffer.byteLength(text), 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const docx = (paragraphs: readonly string[], extra: readonly Part[] = []) =>
  zip([
    {
      name: '[Content_Types].xml',
      text: `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${relations}"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: `<w:document xmlns:w="${word}"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
    },
    ...extra,
  ])

describe('readManuscript', () => {
  test('reads the paragraphs of a .docx as lines', async () => {
    expect(await readManuscript('稿.docx', docx(['第一段。', '第二段。']))).toBe('第一段。\n第二段。')
  })

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff你好')],
    ['GB 18030', Buffer.from([0xc4, 0xe3, 0xba, 0xc3])],
    ['UTF-16', Buffer.from('\ufeff你好', 'utf16le')],
  ])('reads %s', async (_, bytes) => {
    expect(await readManuscript('稿.txt', bytes)).toBe('你好')
  })

  test.each([
    ['稿.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), '旧版 Word 文档'],
    ['稿.docx', Buffer.from('你好'), '不是有效的 .docx'],
    ['稿.docx', zip([{ name: 'a.xml', text: 'x' }]), '缺少正文部件'],
    ['稿.docx', docx(['x']).subarray(0, 200), '文件已损坏'],
    ['稿.txt', docx(['x']), '与扩展名不符'],
    ['稿.txt', Buffer.from('%PDF-1.7'), '与扩展名不符'],
    ['稿.txt', Buffer.from([1, 0, 2]), '不是文本文件'],
    ['稿.png', Buffer.from('x'), '不支持这种文件'],
    ['稿.txt', Buffer.from([0xff, 0xff, 0xff]), '无法识别文字编码'],
  ])('refuses %s %#', async (name, bytes, message) => {
    await expect(readManuscript(name, bytes)).rejects.toThrow(message)
  })
})

describe('guardZip', () => {
  test('refuses what would unpack beyond the limit', () => {
    const bomb = docx(['x'], [{ name: 'a.xml', text: 'x', declared: zipLimits.unpacked }])
    expect(() => guardZip(bomb)).toThrow('超过上限')
  })

  test('refuses an entry larger than it declares', () => {
    const liar = docx(['x'], [{ name: 'a.xml', text: ' '.repeat(100_000), declared: 10 }])
    expect(() => guardZip(liar)).toThrow('压缩炸弹')
  })

  test('refuses encryption', () => {
    expect(() => guardZip(zip([{ name: 'a.xml', text: 'x', flags: 1 }]))).toThrow('已加密')
  })
})

test('fenced code of Markdown is found, closed or not', () => {
  expect(fencedRanges('a\n```\nb\n```\nc\n~~~\nd')).toEqual([
    [2, 11],
    [14, 19],
  ])
})

test('the report tells place, change, reason and source', () => {
  const text = '第一行。\n😀会议布署了工作。'
  expect(formatReport('稿.txt', text, check(text))).toBe(
    [
      '稿.txt:2:4 [必须改] 错别字 “布署”→“部署”',
      '    “布署”应为“部署”。',
      '    依据：《现代汉语词典》（第7版）词形（wrong-word）',
      '稿.txt：共 1 处（必须改 1，建议 0，提示 0）。',
    ].join('\n'),
  )
})
