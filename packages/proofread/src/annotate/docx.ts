import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { guardZip } from '../files/zip.ts'
import type { Finding, ProofDocument } from '../types.ts'
import { commentElement, type Mark, markParagraph } from './comments.ts'
import { paragraphsOf } from './paragraphs.ts'

const BODY = 'word/document.xml'
const COMMENTS = 'word/comments.xml'
const LINKS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const NO_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
const NO_COMMENTS = `<w:comments xmlns:w="${W}"></w:comments>`
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** The XML of the text part of a Word file; beyond this the tree of its nodes would not fit into memory. */
const MOST_XML = 24_000_000

type Parts = Record<string, Uint8Array>

/** A Word file opened for reading and for writing comments into. */
export interface OpenDocx {
  /** What is proofread: the paragraphs that have text. */
  readonly document: ProofDocument
  /** The file with one comment for each finding; findings as `check(document)` places them. */
  annotate(findings: readonly Finding[], by: { author: string; at: Date }): Uint8Array
}

/**
 * Opens a .docx for proofreading with comments in place.
 *
 * @throws RangeError with a Chinese message for what is no Word file, damaged, encrypted or too large
 */
export const openDocx = (bytes: Uint8Array): OpenDocx => {
  const names = guardZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!names.includes(BODY)) throw new RangeError('不是 Word 文档：缺少正文部件。')
  const parts = unzipSync(bytes)
  const tree = parse(parts[BODY])
  const paragraphs = paragraphsOf(tree)
  const blocks = paragraphs.map(({ block }) => block)
  return {
    document: { blocks },
    annotate: (findings, { author, at }) => {
      const comments = parse(parts[COMMENTS] ?? strToU8(NO_COMMENTS))
      const first = nextId(comments)
      const marks = new Map<number, Mark[]>()
      for (const [no, found] of locate(blocks, findings).entries()) {
        const mark = { start: found.start, end: found.end, id: first + no }
        marks.set(found.block, [...(marks.get(found.block) ?? []), mark])
        const comment = { id: mark.id, author, at: at.toISOString(), lines: linesOf(found.finding) }
        comments.documentElement?.appendChild(commentElement(comments, comment))
      }
      for (const [block, list] of marks) {
        const paragraph = paragraphs[block]
        if (paragraph) markParagraph(tree, paragraph.element, list)
      }
      return pack(parts, tree, comments)
    },
  }
}

const parse = (part: Uint8Array | undefined): Document => {
  const xml = part ? strFromU8(part) : ''
  if (xml.length > MOST_XML) throw new RangeError('Word 文档太长，请分成几个文件再校对。')
  // A Word file has no document type; entities in one are how XML bombs are built.
  if (/<!DOCTYPE/i.test(xml)) throw new RangeError('Word 文档含有不允许的声明，已拒绝打开。')
  const fail = () => {
    throw new RangeError('Word 文档已损坏，无法读取。')
  }
  const handler = { warning: fail, error: fail, fatalError: fail }
  const tree = new DOMParser({ errorHandler: handler }).parseFromString(xml, 'text/xml')
  return tree?.documentElement ? tree : fail()
}

type Located = { block: number; start: number; end: number; finding: Finding }

/** Which paragraph each finding stands in; one that reaches over a paragraph's end is cut at it. */
const locate = (blocks: ProofDocument['blocks'], findings: readonly Finding[]): Located[] => {
  const found: Located[] = []
  let block = 0
  let from = 0
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    while (block < blocks.length - 1 && finding.start > from + (blocks[block]?.text.length ?? 0)) {
      from += (blocks[block]?.text.length ?? 0) + 1
      block += 1
    }
    const length = blocks[block]?.text.length ?? 0
    const start = Math.max(0, Math.min(finding.start - from, length - 1))
    found.push({ block, start, end: Math.max(start + 1, Math.min(finding.end - from, length)), finding })
  }
  return found
}

const linesOf = ({ severity, quote, suggestions, explanation, basis }: Finding): string[] => {
  const change = suggestions.map((each) => (each === '' ? '删去' : `“${each}”`)).join(' 或 ')
  return [`【${severity}】“${quote}”${change === '' ? '' : `→${change}`}`, explanation, `依据：${basis}`]
}

const nextId = (comments: Document): number => {
  const list = comments.getElementsByTagName('w:comment')
  let next = 0
  for (let at = 0; at < list.length; at++) next = Math.max(next, Number(list.item(at)?.getAttribute('w:id') ?? 0) + 1)
  return next
}

const pack = (parts: Parts, tree: Document, comments: Document): Uint8Array => {
  const write = (document: Document) => {
    const text = new XMLSerializer().serializeToString(document)
    return strToU8(text.startsWith('<?xml') ? text : `${HEAD}\n${text}`)
  }
  return zipSync(
    { ...parts, [BODY]: write(tree), [COMMENTS]: write(comments), [LINKS]: linked(parts), [TYPES]: typed(parts) },
    { level: 6 },
  )
}

const linked = (parts: Parts): Uint8Array => {
  const xml = parts[LINKS] ? strFromU8(parts[LINKS]) : NO_LINKS
  if (xml.includes(LINK_TYPE)) return strToU8(xml)
  const link = `<Relationship Id="rIdProofreading" Type="${LINK_TYPE}" Target="comments.xml"/>`
  return strToU8(
    xml
      .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
      .replace('</Relationships>', `${link}</Relationships>`),
  )
}

const typed = (parts: Parts): Uint8Array => {
  const xml = parts[TYPES] ? strFromU8(parts[TYPES]) : ''
  if (xml.includes(MEDIA_TYPE)) return strToU8(xml)
  return strToU8(xml.replace('</Types>', `<Override PartName="/${COMMENTS}" ContentType="${MEDIA_TYPE}"/></Types>`))
}

/** XML 1.0 takes no control character but the tab, and neither U+FFFE nor U+FFFF. */
const escaped = (text: string) =>
  text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (char) => (char === '\t' ? char : ''))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')

/** A plain .docx of a text, one paragraph for each line. */
export const docxOfText = (text: string): Uint8Array => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const lines = text
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
  return zipSync({
    [TYPES]: strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${BODY}" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="${BODY}"/></Relationships>`,
    ),
    [BODY]: strToU8(`${HEAD}<w:document xmlns:w="${W}"><w:body>${lines.join('')}</w:body></w:document>`),
  })
}
