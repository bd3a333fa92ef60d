import { expect, test } from 'vitest'
import { bodyOf, savedLine, tabTo } from './support/desk.ts'
import { gone, see, stage } from './support/stage.ts'

const { as, url } = stage()
const TITLE = '社区食堂今日开张'

test('a writer does the whole job without the mouse', async () => {
  const page = await as('钱编辑')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: '去任何地方，或搜稿件' })
  await expect.poll(() => box.evaluate((at) => at === document.activeElement)).toBe(true)
  await page.keyboard.insertText('写稿')
  await page.keyboard.press('Enter')
  await see(page.getByRole('heading', { level: 1, name: '写新稿' }))
  await page.keyboard.insertText(TITLE)
  await page.keyboard.press('Enter')
  // The next letter goes into the body.
  await expect.poll(() => bodyOf(page).evaluate((at) => at === document.activeElement)).toBe(true)
  await page.keyboard.insertText('4月31日，东明社区的食堂开张，居民迫不急待地走进大门。')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('截止目前，食堂已备菜三十种。')
  await page.keyboard.press('Control+s')
  await see(savedLine(page))

  await page.keyboard.press('F7')
  const findings = page.getByRole('group', { name: '校对' })
  await see(findings.getByText(/校对存档/))
  await see(findings.getByRole('button', { name: /截止 → 截至/ }))
  const chosen = (words: string) =>
    findings.getByRole('listitem').and(page.locator('[aria-current=true]')).getByText(words)
  await page.keyboard.press('Alt+ArrowDown')
  await see(chosen('4月31日'))
  await page.keyboard.press('Escape')
  await page.keyboard.insertText('通稿如此')
  await page.keyboard.press('Enter')
  await see(chosen('迫不急待'))
  await page.keyboard.press('Enter')
  await see(bodyOf(page).getByText('迫不及待地走进'))
  await see(chosen('截止'))
  await tabTo(page, '加入词库')
  await page.keyboard.press('Enter')
  await gone(findings.getByRole('button', { name: /截止 → 截至/ }))

  await page.keyboard.press('Control+Enter')
  await see(page.getByRole('dialog', { name: '送审' }).getByText('没有未处理的“必须改”。'))
  await page.keyboard.press('Enter')
  await see(page.getByText('已送审，等一审'))
})

test('a reviewer passes it without the mouse', async () => {
  const page = await as('孙一审')
  await page.goto(`${url()}/desk`)
  await see(page.getByRole('button', { name: `去一审：${TITLE}` }))
  await tabTo(page, `去一审：${TITLE}`)
  await page.keyboard.press('Enter')
  await see(page.getByRole('heading', { level: 1, name: TITLE }))
  await page.keyboard.press('Alt+ArrowDown')
  await see(page.getByRole('group', { name: '校对' }).getByText('通稿如此'))
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(`《${TITLE}》已通过`))
  // The next story of the queue, or the library when it was the last.
  await gone(page.getByRole('heading', { level: 1, name: TITLE }))
})

test('? shows the keys, and nothing fires while typing', async () => {
  const page = await as('孙一审')
  await page.goto(`${url()}/desk/stories`)
  await see(page.getByRole('heading', { level: 1, name: '文稿库' }))
  await page.keyboard.press('/')
  await page.keyboard.insertText('食堂?')
  expect(await page.getByRole('dialog', { name: '快捷键' }).isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await see(page.getByRole('dialog', { name: '快捷键' }))
})
