import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, save, savedLine, startStory, write } from './support/desk.ts'
import { PASSWORD, setUpStaff } from './support/staff.ts'
import { gone, see, stage } from './support/stage.ts'
import { type Centre, startCentre } from './support/start.ts'

let centre: Centre
beforeAll(async () => {
  centre = await startCentre()
  await setUpStaff(centre.url)
})
afterAll(() => centre?.close())
const { as, again, url } = stage(() => centre.url)

test('a session that ends in the middle of writing loses no word', async () => {
  const page = await as('王小敏')
  await startStory(page, url(), '老街修缮记')
  await write(page, '老街修缮今天动工。')

  const elsewhere = await again('王小敏')
  await elsewhere.goto(`${url()}/desk/account`)
  const other = elsewhere.getByRole('row').filter({ hasText: 'Chrome', hasNotText: '本机' })
  await other.getByRole('button', { name: '退出', exact: true }).click()
  await elsewhere.getByRole('tooltip').getByRole('button', { name: '退出' }).click()
  await see(elsewhere.getByText('那台设备已退出登录'))

  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('退出之后写的一句。')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
  await see(dialog)
  await dialog.getByLabel('王小敏（王小敏）的密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await gone(dialog)
  await see(savedLine(page))
  await page.reload()
  await see(bodyOf(page).getByText('老街修缮今天动工。退出之后写的一句。'))
})

test('a server that starts again in the middle of writing loses no word', async () => {
  const page = await as('王小敏')
  await startStory(page, url(), '新校区封顶')
  await write(page, '新校区昨日封顶。')
  await page.context().setOffline(true)
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('停机时写的一句。')
  await see(page.getByText('文字已留在这台电脑上，不会丢'))
  await centre.restart()
  await page.context().setOffline(false)
  await save(page)
  await page.reload()
  await see(bodyOf(page).getByText('新校区昨日封顶。停机时写的一句。'))
})

test('who types on while the server stops and starts finds every letter saved', async () => {
  const page = await as('王小敏')
  await startStory(page, url(), '大桥合龙')
  await write(page, '大桥今天合龙。')
  let restarted = false
  const restart = centre.restart().then(() => (restarted = true))
  let typed = '大桥今天合龙。'
  const typeOn = async () => {
    const words = `第${typed.length}字。`
    await page.keyboard.insertText(words)
    typed += words
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }
  while (!restarted) await typeOn()
  await restart
  for (let more = 0; more < 10; more += 1) await typeOn()
  await save(page)
  await page.reload()
  await see(bodyOf(page))
  expect((await bodyOf(page).innerText()).trim()).toBe(typed)
})

test('what was typed and never saved is offered when the story is opened again', async () => {
  const page = await as('赵晓峰')
  const address = await startStory(page, url(), '灯会预告')
  await write(page, '灯会下周开始。')
  await page.context().setOffline(true)
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('关掉窗口前写的一句。')
  await see(page.getByText('文字已留在这台电脑上，不会丢'))
  const { pages } = { pages: page.context() }
  await page.close({ runBeforeUnload: false })
  await pages.setOffline(false)
  const next = await pages.newPage()
  await next.goto(address)
  await see(next.getByText('这台电脑上有没存上的文字'))
  await next.getByRole('button', { name: '恢复', exact: true }).click()
  await see(bodyOf(next).getByText('灯会下周开始。关掉窗口前写的一句。'))
  await save(next)
  await gone(next.getByText('这台电脑上有没存上的文字'))
})
