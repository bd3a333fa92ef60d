import mammoth from 'mammoth'
import { guardZip } from './zip.ts'

/** The largest plain text file, in bytes; its characters are limited again by the engine. */
export const maxTextBytes = 12_000_000

const startsWith = (bytes: Buffer, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)

const decode = (bytes: Buffer, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes)

/** UTF-8, or GB 18030 as older office software saves it. A byte-order mark is dropped. */
const readText = (bytes: Buffer): string => {
  if (bytes.length > maxTextBytes) throw new RangeError(`文件过大：最多 ${maxTextBytes / 1_000_000} MB。`)
  if (startsWith(bytes, 0xff, 0xfe)) return decode(bytes, 'utf-16le')
  if (bytes.includes(0)) throw new RangeError('不是文本文件，无法校对。')
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return decode(bytes, encoding)
    } catch {
      continue
    }
  }
  throw new RangeError('无法识别文字编码，请另存为 UTF-8 后再试。')
}

const readDocx = async (bytes: Buffer): Promise<string> => {
  const names = guardZip(bytes)
  if (!names.includes('word/document.xml')) throw new RangeError('不是 Word 文档：缺少正文部件。')
  try {
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    // Mammoth ends every paragraph with an empty line.
    return value.replaceAll('\n\n', '\n').replace(/\n+$/, '')
  } catch {
    throw new RangeError('Word 文档已损坏，无法读取。')
  }
}

/**
 * The text of a .txt, .md or .docx file. Throws a RangeError with a Chinese message for anything else, for damaged files
 * and for oversized ones.
 */
export const readManuscript = async (name: string, bytes: Buffer): Promise<string> => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new RangeError('这是旧版 Word 文档（.doc），请另存为 .docx 后再试。')
  const isZip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
  if (/\.docx$/i.test(name)) {
    if (!isZip) throw new RangeError('不是有效的 .docx 文件。')
    return readDocx(bytes)
  }
  if (isZip || startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new RangeError('文件内容与扩展名不符，只支持 .txt、.md、.docx。')
  if (name !== '-' && !/\.(?:txt|md|markdown)$/i.test(name))
    throw new RangeError('不支持这种文件，只支持 .txt、.md、.docx。')
  return readText(bytes)
}

/** Whether an offset of a Markdown text lies in a fenced code block. */
export const fencedRanges = (text: string): [number, number][] => {
  const ranges: [number, number][] = []
  let open = -1
  let at = 0
  for (const line of text.split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) {
      if (open === -1) open = at
      else {
        ranges.push([open, at + line.length])
        open = -1
      }
    }
    at += line.length + 1
  }
  if (open !== -1) ranges.push([open, text.length])
  return ranges
}
