import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { importWords } from './word.import.ts'
import { listWords } from './word.service.ts'

const world = await testWorld()
const editor = await world.as('陆文清', 'subEditor')
afterAll(() => world.close())

async function workbook(...rows: unknown[][]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('名录').addRows(rows)
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: '名录.xlsx' }
}

test('people come in with their dates, once, and what is wrong is told by row', async () => {
  const file = await workbook(
    ['姓名', '职务', '有效期从', '有效期至'],
    ['张三峰', '区委书记', new Date('2023-01-01T00:00:00Z'), '2023年12月31日'],
    ['李四', ''],
  )
  expect(await importWords(editor, file)).toEqual({ added: 1, known: 0, problems: [{ row: 3, why: 'missing' }] })
  const { items } = await listWords(editor, { kind: 'person', limit: 10 })
  expect(items[0]).toMatchObject({ text: '张三峰', title: '区委书记', validFrom: '2023-01-01', validTo: '2023-12-31' })
  expect(await importWords(editor, file)).toMatchObject({ added: 0, known: 1 })
})

test.each([
  [
    'text that calls itself a workbook',
    { bytes: new TextEncoder().encode('姓名,职务'), name: 'a.xlsx' },
    'platform.unsupportedFile',
  ],
  [
    'a zip that is none',
    { bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), name: 'a.xlsx' },
    'wordlist.badTable',
  ],
])('refused: %s', async (_name, upload, key) => {
  await expect(importWords(editor, upload)).rejects.toMatchObject({ key })
})

test('refused: a sheet of something else, too many rows, and people who may not', async () => {
  await expect(importWords(editor, await workbook(['电话', '地址'], ['1', '2']))).rejects.toMatchObject({
    key: 'wordlist.badTable',
  })
  const many = Array.from({ length: 20_001 }, (_, no) => [`词${no}`])
  await expect(importWords(editor, await workbook(['词语'], ...many))).rejects.toMatchObject({ key: 'wordlist.full' })
  const reporter = await world.as('沈一鸣', 'reporter')
  await expect(importWords(reporter, await workbook(['词语'], ['甲']))).rejects.toMatchObject({
    key: 'ability.missing',
  })
})
