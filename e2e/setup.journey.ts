import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, see, signIn, stage } from './support/stage.ts'
import { type Centre, startCentre } from './support/start.ts'

let empty: Centre
beforeAll(async () => {
  empty = await startCentre()
})
afterAll(() => empty?.close())
const { visitor } = stage(() => empty.url)

const FIRST = 'bai-yun-lan-tian-35'
const OWN = 'qiu-gao-qi-shuang-48'

test('the first-run page makes the first administrator, who adds units and people', async () => {
  const page = await visitor()
  await page.goto(`${empty.url}/desk`)
  await see(page.getByRole('heading', { name: '首次设置' }))
  await page.getByLabel('中心名称').fill('松江区融媒体中心')
  await page.getByLabel('您的姓名').fill('陈管理')
  await page.getByLabel('账号', { exact: true }).fill('chen')
  await page.getByLabel('密码', { exact: true }).fill('12345')
  await page.getByLabel('再输一次密码').fill('12345')
  await page.getByRole('button', { name: '建立并登录' }).click()
  // The rule stands under the field from the start; once broken it is said again.
  await see(page.getByText('至少 10 个字符').nth(1))
  await page.getByLabel('密码', { exact: true }).fill(FIRST)
  await page.getByLabel('再输一次密码').fill(FIRST)
  await page.getByRole('button', { name: '建立并登录' }).click()
  await see(page.getByRole('heading', { name: '我的待办' }))
  await see(page.getByRole('link', { name: '松江区融媒体中心' }))

  await page.getByRole('navigation').getByRole('link', { name: '人员与单位' }).click()
  await page.getByRole('link', { name: '单位', exact: true }).click()
  await page.getByRole('button', { name: '新增单位' }).first().click()
  const unit = page.getByRole('dialog', { name: '新增单位' })
  await unit.getByLabel('名称').fill('采访部')
  await unit.getByLabel('核定人数').fill('12')
  await unit.getByRole('button', { name: '保存' }).click()
  await gone(unit)
  await see(page.getByRole('row', { name: /采访部/ }))

  await page.getByRole('link', { name: '人员', exact: true }).click()
  await page.getByRole('button', { name: '新增人员' }).first().click()
  const person = page.getByRole('dialog', { name: '新增人员' })
  await person.getByLabel('姓名').fill('王小敏')
  await person.getByLabel('账号', { exact: true }).fill('wangxm')
  await person.getByLabel('单位').click()
  await page.getByTitle('采访部').last().click()
  await person.getByRole('button', { name: '保存' }).click()
  const secret = page.getByRole('dialog', { name: '王小敏 的临时密码' })
  const temporary = await secret.getByLabel('王小敏 的临时密码').last().innerText()
  expect(temporary.length).toBeGreaterThanOrEqual(8)
  await secret.getByRole('button', { name: '我已记下' }).click()
  await see(page.getByRole('row', { name: /王小敏.*采访部.*记者/ }))

  const fresh = await visitor()
  await signIn(fresh, empty.url, 'wangxm', temporary)
  await see(fresh.getByText('这是初始密码，请先改成自己的密码，再开始工作。'))
  await fresh.goto(`${empty.url}/desk/stories`)
  await see(fresh.getByText('这是初始密码，请先改成自己的密码，再开始工作。'))
  await fresh.getByLabel('现在的密码').fill(temporary)
  await fresh.getByLabel('新密码', { exact: true }).fill(OWN)
  await fresh.getByLabel('再输一次新密码').fill(OWN)
  await fresh.getByRole('button', { name: '修改密码' }).click()
  await see(fresh.getByText('密码已修改'))
  await fresh.getByRole('link', { name: '我的待办' }).click()
  await see(fresh.getByRole('button', { name: '写稿' }))
})

test('the first-run page is closed once there is an administrator', async () => {
  const page = await visitor()
  await page.goto(`${empty.url}/desk/setup`)
  await see(page.getByRole('heading', { name: '登录融媒工作台' }))
})
