import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { blocksOf } from '@rongmei/body'
import { callerOf, multipart } from '../../platform/http/caller.fixture.ts'
import { testWorld } from '../../testing/world.ts'
import { zipOf } from '../../testing/zip.ts'
import { importDocument } from './document.service.ts'
import { picturesOf } from './domain/content.ts'

const test = await testWorld()
const reporter = await test.as('沈一鸣')
afterAll(() => test.close())

const ascii = (text: string) => new TextEncoder().encode(text)
const read = (name: string, bytes: Uint8Array) => importDocument(reporter, { name, bytes })
const texts = (body: Parameters<typeof blocksOf>[0]) => blocksOf(body).map((block) => block.text)
const refused = (key: string) => expect.objectContaining({ key })
const SENTENCE = '佘山镇昨天举行春季植树活动。'

async function wordFile(): Promise<Uint8Array> {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a7' } })
    .png()
    .toBuffer()
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '春季植树活动', heading: HeadingLevel.TITLE }),
          new Paragraph(SENTENCE),
          new Paragraph({ text: '现场', heading: HeadingLevel.HEADING_2 }),
          new Table({
            rows: [
              new TableRow({ children: [cell('地点'), cell('棵数')] }),
              new TableRow({ children: [cell('泗泾'), cell('三百')] }),
            ],
          }),
          new Paragraph({
            children: [new ImageRun({ type: 'png', data: picture, transformation: { width: 40, height: 30 } })],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

describe('a Word file', () => {
  it('keeps its title, headings, table and picture, whatever it is called', async () => {
    const { title, body, notes } = await read('稿件.txt', await wordFile())
    expect(title).toBe('春季植树活动')
    expect(texts(body)).toEqual(expect.arrayContaining([SENTENCE, '现场', '地点', '棵数', '泗泾', '三百']))
    expect(body.content.map((node) => node.type)).toEqual(expect.arrayContaining(['heading', 'table']))
    const [src] = picturesOf(body)
    expect(src).toMatch(/^\/files\/[0-9a-f]{64}\.png$/)
    const visitor = await callerOf(test)
    expect((await visitor('GET', src ?? '')).headers['content-type']).toBe('image/png')
    expect(notes.every((note) => note.count > 0)).toBe(true)
  })

  const bomb = (claims: number, size: number) =>
    zipOf([
      { name: '[Content_Types].xml', bytes: ascii('<Types/>') },
      { name: 'word/document.xml', bytes: new Uint8Array(size), claims },
    ])
  it.each([
    ['that says it holds four gigabytes', () => bomb(0xffff_fff0, 1_000), 'story.docxTooLarge'],
    ['that holds far more than it says', () => bomb(1_000, 250 * 1024 * 1024), 'story.docxTooLarge'],
    [
      'with more parts than it admits',
      () =>
        zipOf(
          [
            { name: 'a', bytes: ascii('a') },
            { name: 'b', bytes: ascii('b') },
          ],
          1,
        ),
      'story.badDocx',
    ],
    [
      'with three thousand parts',
      () => zipOf(Array.from({ length: 3_000 }, (_, i) => ({ name: String(i), bytes: ascii('') }))),
      'story.docxTooLarge',
    ],
    ['that is some other archive', () => zipOf([{ name: 'a.txt', bytes: ascii('a') }]), 'story.badDocx'],
    ['cut off', () => bomb(1_000, 1_000).subarray(0, 60), 'story.badDocx'],
    [
      'whose text is no XML',
      () => zipOf([{ name: 'word/document.xml', bytes: ascii('<w:document') }]),
      'story.badDocx',
    ],
  ] as const)('%s is refused', async (_, make, key) => {
    await expect(read('a.docx', make())).rejects.toThrow(refused(key))
  })
})

describe('other documents', () => {
  it('a page of the WeChat editor keeps its words and loses its scripts', async () => {
    const html = `<section style="color:red" data-tools="135"><p>植树活动</p><p><span onclick="x()">${SENTENCE}</span></p>
      <p><a href="javascript:alert(1)">点这里</a></p><script>alert(1)</script><img src="x" onerror="alert(1)"><iframe src="https://a.example"></iframe></section>`
    const { title, body } = await read('微信.html', ascii(html))
    expect(title).toBe('植树活动')
    expect(texts(body)).toEqual(expect.arrayContaining([SENTENCE, '点这里']))
    expect(JSON.stringify(body)).not.toMatch(/script|onclick|onerror|iframe/)
  })

  it.each([
    ['a.txt', `植树活动\n\n${SENTENCE}\n第二段`, '植树活动', [SENTENCE, '第二段']],
    ['a.md', `# 植树活动\n\n${SENTENCE}`, '植树活动', [SENTENCE]],
    ['a.txt', SENTENCE, '', [SENTENCE]],
  ])('%s: %j', async (name, text, title, paragraphs) => {
    const result = await read(name, ascii(text))
    expect([result.title, texts(result.body).filter(Boolean)]).toEqual([title, paragraphs])
  })

  it('text in GB 18030, as Windows saves it', async () => {
    const bytes = new Uint8Array([
      0xd6, 0xb2, 0xca, 0xf7, 0x0a, 0xd6, 0xb2, 0xca, 0xf7, 0xbb, 0xee, 0xb6, 0xaf, 0xa1, 0xa3,
    ])
    const result = await read('a.txt', bytes)
    expect([result.title, texts(result.body)]).toEqual(['植树', ['植树活动。']])
  })

  it.each([
    ['a program', 'a.txt', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0]), 'platform.unsupportedFile'],
    ['an old .doc', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'platform.unsupportedFile'],
    ['a PDF', 'a.pdf', ascii('%PDF-1.7'), 'platform.unsupportedFile'],
    ['a picture', 'a.txt', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'platform.unsupportedFile'],
    ['bytes that are no text', 'a.txt', new Uint8Array([0xff, 0xff, 0xff, 0xff]), 'platform.unsupportedFile'],
    ['too many characters', 'a.txt', ascii('松'.repeat(500_001)), 'story.tooLong'],
    ['too many paragraphs', 'a.txt', ascii('松\n'.repeat(25_000)), 'body.tooManyNodes'],
    ['too much of a page', 'a.html', ascii(`<p>${'松'.repeat(5 * 1024 * 1024 + 1)}</p>`), 'story.tooLong'],
    ['a page of too many paragraphs', 'a.html', ascii('<p>松</p>'.repeat(25_000)), 'body.tooManyNodes'],
  ])('%s is refused', async (_, name, bytes, key) => {
    await expect(read(name, bytes)).rejects.toThrow(refused(key))
  })

  it('are read for those who write', async () => {
    const auditor = await test.as('冯审计', 'auditor')
    await expect(importDocument(auditor, { name: 'a.txt', bytes: ascii('a') })).rejects.toThrow(
      refused('ability.missing'),
    )
  })
})

describe('over HTTP', () => {
  it('a document comes back as a body that can be saved, and too large a one is told so', async () => {
    const call = await callerOf(test, '沈一鸣')
    const reply = await call(
      'POST',
      '/api/newsroom/documents',
      undefined,
      multipart([{ name: '稿.docx', bytes: await wordFile() }]),
    )
    const { title, body } = reply.json<{ title: string; body: unknown }>()
    expect((await call('POST', '/api/newsroom/stories', { title, body })).status).toBe(200)
    const huge = multipart([{ name: 'a.docx', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }])
    const refusal = await call('POST', '/api/newsroom/documents', undefined, huge)
    expect([refusal.status, refusal.error.key]).toEqual([413, 'platform.tooLarge'])
  })
})
