import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  addWord,
  bodyOf,
  importForms,
  openTodo,
  pass,
  paste,
  pick,
  PICTURE,
  publish,
  readDocument,
  save,
  savedLine,
  startStory,
  submit,
  write,
} from './support/desk.ts'
import { gone, reasonAt, see, stage } from './support/stage.ts'
import { behindTheScenes } from './support/staff.ts'

const { as, visitor, url } = stage()
const TITLE = '文化馆改造工程竣工'
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal style="mso-pagination:none">
<span lang=EN-US>三层各有一个开放空间。<o:p></o:p></span></p><table class=MsoTableGrid border=1><tr><td><p>楼层</p></td><td><p>用途</p></td></tr>
<tr><td><p>一层</p></td><td><p>公共大厅</p></td></tr></table></body></html>`

let indicator: string

test('an indicator rests on a measure before anything is published', async () => {
  await importForms(await as('郑财务'), url())
  const director = await behindTheScenes(url(), '冯主任')
  const { items } = await director.appraisal.listProjects({ query: { year: 2023 } })
  const first = items.find((row) => row.no === 1)
  const project = await director.appraisal.getProject({ params: { id: first?.id ?? '' } })
  const row = project.rows.find((one) => one.l3 === '宣传报道内容正确')
  expect(row).toBeDefined()
  const link = { measure: 'newsroom.correct-share', params: { year: new Date().getFullYear() } }
  await director.appraisal.linkIndicator({ params: { id: row?.id ?? '' }, body: { rev: row?.rev ?? 0, link } })
  indicator = `${url()}/desk/indicators/${row?.id}`
})

test('a reporter writes, and the findings stand under the words and beside them', async () => {
  const page = await as('王小敏')
  await startStory(page, url(), TITLE)
  await write(
    page,
    '4月31日，松江区文化馆改造工程竣工。',
    '既使天气炎热，工人们仍按步就班地施工。。',
    '馆长介绍，场馆将于下月起试运行。',
  )
  const findings = page.getByRole('group', { name: '校对' })
  await see(findings.getByRole('button', { name: /4月31日/ }))
  await see(findings.getByRole('button', { name: /既使 → 即使/ }))
  await see(findings.getByText('必须改 3'))
  const underlined = await bodyOf(page).locator('[data-finding]').allInnerTexts()
  expect(underlined).toEqual(expect.arrayContaining(['4月31日', '既使', '按步就班', '。。']))

  await paste(page, WORD)
  await see(bodyOf(page).getByRole('cell', { name: '公共大厅' }))
  await see(bodyOf(page).getByText('三层各有一个开放空间。'))
  await bodyOf(page).getByText('馆长介绍').click()
  await pick(page, '图片', PICTURE)
  await bodyOf(page).getByLabel('图片说明').fill('竣工后的文化馆。')
  await save(page)
})

test('she accepts one finding, ignores one with a reason, and a sub-editor puts one word on the list', async () => {
  const page = await as('王小敏')
  const findings = page.getByRole('group', { name: '校对' })
  await page.getByRole('button', { name: '校对', exact: true }).click()
  await see(findings.getByText(/校对存档/))
  await findings.getByRole('button', { name: /既使 → 即使/ }).click()
  await findings.getByRole('button', { name: '采纳' }).click()
  await see(bodyOf(page).getByText('即使天气炎热'))

  await findings.getByRole('button', { name: /。。/ }).click()
  await findings.getByRole('button', { name: '忽略', exact: true }).click()
  await findings.getByLabel('为什么不改（会给审稿人看）').fill('引用的原文如此')
  await page.keyboard.press('Enter')
  await gone(findings.getByRole('button', { name: /。。/ }))

  await findings.getByRole('button', { name: /按步就班/ }).click()
  expect(await reasonAt(findings.getByRole('button', { name: '加入词库' }))).toBe('您的角色没有这项权限')
  await addWord(await as('钱编辑'), url(), '按步就班')
  await page.keyboard.press('F7')
  await gone(findings.getByRole('button', { name: /按步就班/ }))
  await see(findings.getByText('必须改 1'))
})

test('an open 必须改 keeps the story back until a reason is given', async () => {
  const page = await as('王小敏')
  await page.getByRole('button', { name: '送审（必须改 1）' }).click()
  const dialog = page.getByRole('dialog', { name: '送审' })
  await see(dialog.getByText('还有 1 处“必须改”没有处理'))
  await see(dialog.getByRole('button', { name: /4月31日/ }))
  await dialog.getByLabel('不改的理由').fill('日期以通稿为准，已请通讯员核实')
  await dialog.getByRole('button', { name: '写明理由，送审' }).click()
  await see(page.getByText('已送审，等一审'))
})

test('the department reviewer sees the reasons and returns it', async () => {
  const page = await as('孙一审')
  await openTodo(page, url(), '去一审', TITLE)
  await see(page.getByText('日期以通稿为准，已请通讯员核实'))
  await see(page.getByText('引用的原文如此').or(page.getByText('作者忽略了 1 处“必须改”')))
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByRole('button', { name: '事实待核实' }).click()
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await see(page.getByText(`《${TITLE}》已退回`))
})

test('the reporter finds it in 我的待办, corrects it and sends it again', async () => {
  const page = await as('王小敏')
  await page.goto(`${url()}/desk`)
  const returned = page.getByRole('region', { name: '退回给我的' })
  await see(returned.getByText('事实待核实'))
  await returned.getByRole('link', { name: TITLE }).click()
  await see(page.getByText(/孙一审于 .* 退回/))
  await replaceInBody(page, '4月31日', '4月30日')
  await replaceInBody(page, '。。', '。')
  // The line under a finding is not of the text: it must not come into what is typed in its place.
  expect(await bodyOf(page).locator('u').count()).toBe(0)
  await save(page)
  await see(savedLine(page))
  await submit(page)
})

test('three different people pass it and it is published', async () => {
  await pass(await as('孙一审'), url(), '去一审', TITLE)
  await pass(await as('李二审'), url(), '去二审', TITLE)
  await pass(await as('周终审'), url(), '去终审', TITLE)
  await publish(await as('李二审'), url(), TITLE)
})

test('readers find it, and two visits of one person count once', async () => {
  const reader = await visitor()
  await reader.goto(url())
  await counting(reader, () =>
    reader
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .click(),
  )
  await see(reader.getByRole('heading', { level: 1, name: TITLE }))
  await see(reader.getByText('4月30日，松江区文化馆改造工程竣工。'))
  await see(reader.getByRole('cell', { name: '公共大厅' }))
  await see(reader.getByText('竣工后的文化馆。'))
  const picture = reader.getByRole('article').getByRole('img')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await counting(reader, () => reader.reload())

  const other = await visitor({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile Safari/605' })
  await counting(other, () => other.goto(reader.url()))
  const counted = async () => (await other.reload(), await other.getByText(/^阅读/).allInnerTexts())
  await expect.poll(counted, { timeout: 20_000, interval: 500 }).toEqual(['阅读 2'])
})

test('the value of the indicator follows, and the form goes out as the official Word table', async () => {
  const page = await as('冯主任')
  await page.goto(indicator)
  const value = page.getByRole('region', { name: '计算值' })
  await see(value.getByText(/发布稿/))
  const published = async () => Number(/发布稿 (\d+)/.exec(await value.innerText())?.[1])
  const before = await published()
  await page.getByRole('button', { name: '重新计算' }).click()
  await expect.poll(published).toBeGreaterThan(before)
  await see(value.getByText('100.00%'))
  await see(page.getByRole('link', { name: new RegExp(TITLE) }))

  await page.getByRole('link', { name: /^返回/ }).click()
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Word 文档（.docx）' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^项目支出绩效自评表-2023-.+\.docx$/)
  const { text, tables } = await readDocument(await readFile(await download.path()))
  expect(text).toContain('绩效自评表')
  const rows = tables.at(-1) ?? []
  expect(rows[0]).toEqual(
    expect.arrayContaining(['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']),
  )
  const shown = await page
    .getByRole('article')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .count()
  // The header, a row for each indicator, the total.
  expect(rows.length).toBe(shown + 2)
})

/** Opens an article and stays until the page has told of the read. */
async function counting(page: Page, open: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForResponse((reply) => reply.url().endsWith('/api/reader/reads')), open()])
}

/** Selects the words in the body as a person would, and types others over them. */
async function replaceInBody(page: Page, words: string, others: string): Promise<void> {
  await bodyOf(page).evaluate((field, sought) => {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const text = nodes.map((node) => node.data).join('')
    const from = text.indexOf(sought)
    const range = document.createRange()
    let at = 0
    for (const node of nodes) {
      if (at <= from && from < at + node.length) range.setStart(node, from - at)
      const end = from + sought.length
      if (at < end && end <= at + node.length) range.setEnd(node, end - at)
      at += node.length
    }
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, words)
  await page.keyboard.insertText(others)
  await see(bodyOf(page).getByText(others).first())
}
