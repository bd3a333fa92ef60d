import { docxOfText, openDocx } from '@rongmei/proofread'
import { afterAll, expect, test } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { annotateDocument, checkDocument } from './document.service.ts'

const world = await testWorld()
afterAll(() => world.close())

const TEXT = '会议通知\n既使天气炎热，工人们仍按步就班地施工。。'

test('a Word file and a text say the same, in whatever encoding the text is', async () => {
  const ctx = await world.as('沈一鸣', 'reporter')
  const word = await checkDocument(ctx, { bytes: docxOfText(TEXT), name: '通知.docx' })
  const text = await checkDocument(ctx, { bytes: new TextEncoder().encode(TEXT), name: '通知.txt' })
  expect(word.findings.map((finding) => finding.quote)).toEqual(expect.arrayContaining(['既使', '。。']))
  expect(text).toMatchObject({ blocks: word.blocks, findings: word.findings })
})

test('the annotated file opens again with the same text', async () => {
  const ctx = await world.as('沈一鸣', 'reporter')
  const { bytes, name } = await annotateDocument(ctx, { bytes: docxOfText(TEXT), name: '通知.docx' })
  expect(name).toBe('通知-校对批注.docx')
  expect(openDocx(bytes).document).toEqual(openDocx(docxOfText(TEXT)).document)
})

test.each([
  ['照片.docx', '不是有效的 Word 文件'],
  ['通知.pdf', '文本'],
])('what cannot be read is refused: %s', async (name, content) => {
  const ctx = await world.as('沈一鸣', 'reporter')
  const upload = { bytes: new TextEncoder().encode(content), name }
  await expect(checkDocument(ctx, upload)).rejects.toMatchObject({ key: 'proofreading.badDocument' })
})
