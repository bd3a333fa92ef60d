import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pick, PICTURE, readDocument } from './support/desk.ts'
import { gone, see, stage } from './support/stage.ts'

const { as, url } = stage()

test('the ten published forms are shown before anything is written, then imported', async () => {
  const page = await as('冯主任')
  await page.goto(`${url()}/desk/projects/import`)
  await pick(page, '选择文件', 'fixtures/self-evaluation-2023.txt')
  await see(page.getByText('读出 10 张表、156 个指标'))
  const form = page.getByRole('region', { name: '宣传与推广' })
  await form.getByRole('button', { name: /读出的 37 行/ }).click()
  await see(form.getByRole('cell', { name: '保障每月短视频发布' }))
  await form.getByRole('button', { name: /检查发现 \d+ 条/ }).click()
  await see(form.getByText('怎么办：'))
  await page.getByRole('checkbox', { name: '全选' }).check()
  const replace = page.getByLabel(/替换已有的自评表/)
  if (await replace.isVisible()) await replace.check()
  await page.getByRole('button', { name: '导入 10 张表' }).click()
  await see(page.getByText('已导入 10 张自评表'))
})

test('the list adds the money up and leads to the form as officials know it', async () => {
  const page = await as('冯主任')
  await see(page.getByRole('row', { name: /合计.*52,889,200\.00.*44,913,605\.80.*84\.92%.*156/ }))
  await page.getByRole('link', { name: '宣传与推广' }).click()
  const form = page.getByRole('article', { name: /宣传与推广/ })
  await see(form.getByText('（2023 年度）'))
  for (const head of ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']) {
    await see(form.getByText(head, { exact: true }))
  }
  await expect.poll(() => form.getByRole('link').count()).toBe(37)
})

test('an indicator is linked to a measure by the picker, after a trial run', async () => {
  const page = await as('冯主任')
  await openIndicator(page, '保障每月短视频发布')
  await page
    .getByRole('button', { name: /挂接度量|更换度量/ })
    .first()
    .click()
  const picker = page.getByRole('dialog', { name: '挂接度量：保障每月短视频发布' })
  await picker.getByLabel('按名称或说明查找').fill('短视频发布的月份')
  await picker.getByRole('button', { name: /有短视频发布的月份数/ }).click()
  await picker.getByRole('button', { name: '试算' }).click()
  await see(picker.getByText(/2023 年发布短视频/))
  await picker.getByRole('button', { name: '挂接度量' }).click()
  await gone(picker)
  await see(page.getByRole('region', { name: '计算值' }).getByText(/2023 年发布短视频/))
  await see(page.getByText(/冯主任 于 .* 挂接/))
})

test('a value is typed with its reason and its proof', async () => {
  const page = await as('冯主任')
  await page
    .getByRole('button', { name: '手填实际完成值' })
    .or(page.getByRole('button', { name: '修改手填值' }))
    .click()
  const drawer = page.getByRole('dialog', { name: '手填实际完成值' })
  await drawer.getByLabel('实际完成值').fill('12个月')
  await drawer.getByLabel('理由').fill('2023 年在本系统启用之前，以台账为准')
  await drawer.getByRole('button', { name: '保存' }).click()
  await see(drawer.getByText('请上传佐证文件'))
  await Promise.all([
    page.waitForEvent('filechooser').then((chooser) => chooser.setFiles(PICTURE)),
    drawer.getByRole('button', { name: '选择文件' }).last().click(),
  ])
  await see(drawer.getByRole('link', { name: 'picture.png' }))
  await drawer.getByRole('button', { name: '保存' }).click()
  await gone(drawer)
  await see(page.getByRole('region', { name: '计算值' }).getByText('12个月'))
  await see(page.getByText(/冯主任 于 .* 手填/))
})

test('the whole year goes out as one Word document and one workbook', async () => {
  const page = await as('冯主任')
  await page.goto(`${url()}/desk/projects`)
  const word = await download(page, 'Word 文档（.docx）')
  const { text, tables } = await readDocument(word.bytes)
  expect(text.match(/绩效自评表/g)?.length).toBeGreaterThanOrEqual(10)
  expect(tables.filter((table) => table[0]?.includes('三级指标'))).toHaveLength(10)
  expect(text).toContain('12个月')
  const workbook = await download(page, 'Excel 表格（.xlsx）')
  expect(workbook.name).toBe('项目支出绩效自评表-2023.xlsx')
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
})

async function openIndicator(page: Page, name: string): Promise<void> {
  await page.getByRole('article').getByRole('row', { name }).getByRole('link').click()
  await see(page.getByRole('heading', { level: 1, name }))
}

async function download(page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: '导出全年' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: kind }).click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}
