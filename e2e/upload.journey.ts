import { expect, test } from 'vitest'
import { bodyOf, pick, save, startStory, write } from './support/desk.ts'
import {
  brokenWord,
  brokenWorkbook,
  endlessText,
  falsePicture,
  hugeWord,
  noForm,
  type Upload,
  zipBomb,
} from './support/files.ts'
import { see, stage } from './support/stage.ts'

const { as, url } = stage()

const asStory: [string, () => Upload, RegExp][] = [
  ['a program', () => ({ ...brokenWord(), name: '安装程序.exe' }), /“安装程序\.exe”不是.*请换一个文件/],
  ['an empty file', () => ({ ...brokenWord(), buffer: Buffer.alloc(0) }), /是空文件，请换一个/],
  ['a file over the limit', hugeWord, /“年鉴\.docx”有 .*超过了/],
  ['a broken Word file', brokenWord, /这个 Word 文件读不出来，可能已损坏或加了密|不支持这种文件/],
  ['a zip bomb', () => zipBomb(), /这个 Word 文件解开后太大，已停止读取/],
  ['a text of more than half a million characters', endlessText, /稿件太长：正文最多 50 万字/],
]

test.each(asStory)('%s is refused as a story, in a sentence', async (_, file, sentence) => {
  const page = await as('王小敏')
  await page.goto(`${url()}/desk/stories/new`)
  await page.getByLabel('标题', { exact: true }).fill('写到一半的标题')
  await pick(page, /把 Word/, file())
  await see(page.getByRole('alert').getByText(sentence))
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe('写到一半的标题')
})

test('a file that is no picture is refused, and the text stays', async () => {
  const page = await as('王小敏')
  await startStory(page, url(), '桥梁检修通告')
  await write(page, '玉树路桥本周检修。')
  await pick(page, '图片', falsePicture())
  await see(page.getByText(/“现场\.png”没有传上：/))
  await save(page)
  await see(bodyOf(page).getByText('玉树路桥本周检修。'))
})

test.each([
  ['a text that is no form', noForm, /没有(从文件里)?读出自评表/],
  ['a workbook in name only', brokenWorkbook, /没有从文件里读出自评表|不支持这种文件/],
])('%s is refused as a self-evaluation, and nothing is written', async (_, file, sentence) => {
  const page = await as('郑财务')
  await page.goto(`${url()}/desk/projects/import`)
  await pick(page, '选择文件', file())
  await see(page.getByRole('heading', { name: sentence }))
  expect(await page.getByRole('button', { name: /^导入 \d+ 张表/ }).count()).toBe(0)
})
