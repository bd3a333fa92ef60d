import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { importForms } from './support/desk.ts'
import { gone, reasonAt, see, stage } from './support/stage.ts'

const { as, url } = stage()
const PROJECT = '设施设备升级改造'
let address: string

/** Fills a form in a drawer by its labels, sends it and waits until it is closed. */
async function fillIn(page: Page, title: string, fields: Record<string, string>, send: string): Promise<void> {
  const drawer = page.getByRole('dialog', { name: title })
  await see(drawer)
  for (const [label, value] of Object.entries(fields)) {
    const field = drawer.getByLabel(label)
    await field.fill(value)
    // A picker takes a typed day with Enter.
    if (/日期/.test(label)) await field.press('Enter')
  }
  await drawer.getByRole('button', { name: send, exact: true }).click()
  await gone(drawer)
}

test('finance enters the budget as printed, pays, and is refused what goes beyond it', async () => {
  const page = await as('郑财务')
  await importForms(page, url())
  await page.goto(`${url()}/desk/budget?year=2023`)
  await page.getByRole('cell', { name: PROJECT }).click()
  await see(page.getByRole('heading', { level: 1, name: PROJECT }))
  address = page.url()
  await page.getByRole('button', { name: '录入年初预算' }).click()
  expect(await page.getByRole('dialog').getByLabel('财政拨款（元）').inputValue()).toBe('1145000.00')
  await fillIn(page, '录入年初预算', { 批复文号: '松财预〔2023〕1号' }, '保存')
  await page.getByRole('button', { name: '登记支付' }).click()
  const paid = { 付款日期: '2023-06-01', '金额（元）': '572500', 用途: '支付设备采购款', 凭证号: '记-0001' }
  await fillIn(page, '登记支付', paid, '保存')
  await see(page.getByRole('cell', { name: '50.00%' }))

  await page.getByRole('button', { name: '登记支付' }).click()
  const drawer = page.getByRole('dialog', { name: '登记支付' })
  for (const [label, value] of Object.entries({ ...paid, '金额（元）': '999999', 凭证号: '记-0002' })) {
    await drawer.getByLabel(label).fill(value)
    if (label === '付款日期') await drawer.getByLabel(label).press('Enter')
  }
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await see(drawer.getByRole('alert'))
  await page.keyboard.press('Escape')
})

test('an adjustment counts when somebody else has approved it', async () => {
  const page = await as('郑财务')
  await page.goto(address)
  await page.getByRole('button', { name: '提出调整' }).click()
  const change = {
    '调整金额（元，调减写负数）': '-572500',
    调整日期: '2023-12-20',
    理由: '按进度调减',
    文号或依据: '调整表',
  }
  await fillIn(page, '提出调整', change, '提出')
  expect(await reasonAt(page.getByRole('button', { name: '批准', exact: true }))).not.toBeNull()

  const director = await as('冯主任')
  await director.goto(address)
  await director.getByRole('button', { name: '批准', exact: true }).click()
  await fillIn(director, '批准这项调整', { 意见: '同意' }, '批准')
  await see(director.getByText('已批准'))
  await see(director.getByText('按支出调预算'))
  await see(director.getByRole('cell', { name: '100.00%' }))
})
