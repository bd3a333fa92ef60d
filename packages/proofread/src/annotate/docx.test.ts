import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { createChecker } from '../engine/checker.ts'
import { docxOfText, openDocx } from './docx.ts'

const by = { author: '融媒校对', at: new Date('2026-11-24T08:00:00Z') }
const checker = createChecker({ publishedOn: '2026-11-24' })

/** The file with the given XML for its body. */
const withBody = (xml: string) => {
  const parts = unzipSync(docxOfText(''))
  const old = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(old.replace(/<w:body>.*<\/w:body>/s, `<w:body>${xml}</w:body>`)),
  })
}

const annotated = (bytes: Uint8Array) => {
  const open = openDocx(bytes)
  const findings = checker.check(open.document)
  return { findings, bytes: open.annotate(findings, by) }
}

const textOf = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

/** Comment numbers with the words between their anchors. */
const anchored = (bytes: Uint8Array) => {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const found: [string, string][] = []
  for (const match of xml.matchAll(/<w:commentRangeStart w:id="(\d+)"[^>]*\/>(.*?)<w:commentRangeEnd w:id="\1"/gs)) {
    const words = [...(match[2] ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((one) => one[1]).join('')
    found.push([match[1] ?? '', words])
  }
  return found
}

const commentsOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array())

test('each finding is a comment upon its very words, and the text stays as it was', async () => {
  const source = docxOfText('会议通知\n既使天气炎热，工人们仍按步就班地施工。。\n无误的一段。')
  const { findings, bytes } = annotated(source)
  expect(findings.length).toBeGreaterThanOrEqual(3)
  expect(anchored(bytes).map(([, words]) => words)).toEqual(findings.map((finding) => finding.quote))
  expect(await textOf(bytes)).toBe(await textOf(source))
  expect(commentsOf(bytes)).toContain('即使')
  expect(commentsOf(bytes)).toContain('w:author="融媒校对"')
  expect(strFromU8(unzipSync(bytes)['[Content_Types].xml'] ?? new Uint8Array())).toContain('comments+xml')
})

test('words spread over runs, tabs, links and tables are found and keep their look', async () => {
  const bold = '<w:rPr><w:b/></w:rPr>'
  const source = withBody(
    `<w:p><w:r>${bold}<w:t>大家既</w:t></w:r><w:hyperlink r:id="x" xmlns:r="urn:r"><w:r><w:t>使</w:t><w:tab/><w:t>累了</w:t></w:r></w:hyperlink></w:p>` +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>按步就班</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  )
  const { bytes } = annotated(source)
  expect(anchored(bytes).map(([, words]) => words)).toEqual(expect.arrayContaining(['既使', '按步就班']))
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  expect(xml.match(/<w:b\/>/g)).toHaveLength(2)
  expect(await textOf(bytes)).toBe(await textOf(source))
})

test('comments that are there stay, and new ones get numbers of their own', () => {
  const once = annotated(docxOfText('既使下雨。')).bytes
  const twice = annotated(once).bytes
  const ids = [...commentsOf(twice).matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map((one) => one[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(2)
})

test('deleted words of a revision are not read', () => {
  const source = withBody(
    '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>既使</w:delText></w:r></w:del><w:r><w:t>即使下雨也来。</w:t></w:r></w:p>',
  )
  expect(openDocx(source).document.blocks.map((block) => block.text)).toEqual(['即使下雨也来。'])
})

test.each([
  ['what is no zip', strToU8('不是压缩包，只是一段文字而已，够长的一段文字')],
  ['a zip without a text part', zipSync({ 'a.txt': strToU8('a') })],
  ['damaged XML', withBody('<w:p><w:r></w:p>')],
  ['entities', zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') })],
])('refused with a Chinese sentence: %s', (_name, bytes) => {
  expect(() => openDocx(bytes)).toThrow(/[\u4e00-\u9fff]/)
})
