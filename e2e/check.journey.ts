import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openDocx } from '@rongmei/proofread'
import { pick } from './support/desk.ts'
import { brokenWord, zipBomb } from './support/files.ts'
import { see, stage } from './support/stage.ts'

const { as, url } = stage()
const TEXT = '会议通知\n既使天气炎热，大家仍再接再励，按时完工。。'

test('somebody without stories checks a text, walks through the findings and takes the commented file away', async () => {
  const page = await as('郑财务')
  await page.goto(`${url()}/desk`)
  await page.getByRole('link', { name: '校对文件' }).click()
  await page.getByLabel('要校对的文字').fill(TEXT)
  await page.keyboard.press('Control+Enter')
  const list = page.getByRole('region', { name: /发现 \d+ 处/ })
  await see(list.getByRole('button', { name: /既使 → 即使/ }))
  await page.keyboard.press('Alt+ArrowDown')
  await see(list.locator('[aria-pressed=true]').getByText('再接再励'))

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载带批注的 Word' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('粘贴的文字-校对批注.docx')
  const { document } = openDocx(await readFile(await download.path()))
  expect(document.blocks.map((block) => block.text)).toEqual(TEXT.split('\n'))
})

test.each([
  ['a broken Word file', brokenWord, /已损坏|不是有效/],
  ['a zip bomb', () => zipBomb(), /超过上限/],
])('%s is refused in a sentence, and the page stays', async (_, file, sentence) => {
  const page = await as('郑财务')
  await page.goto(`${url()}/desk/check`)
  await pick(page, /点这里选择文件/, file())
  await see(page.getByRole('alert').getByText(sentence))
  await see(page.getByLabel('要校对的文字'))
})
