import { expect, test } from 'vitest'
import { openTodo, pass, startStory, submit, tabTo, write } from './support/desk.ts'
import { see, stage } from './support/stage.ts'

const { as, url } = stage()
const TITLE = '方塔园菊花展本周开幕'
let address: string

test('one person may not pass two reviews of a story, and the keyboard reaches the reason', async () => {
  const reporter = await as('赵晓峰')
  address = await startStory(reporter, url(), TITLE)
  await write(reporter, '方塔园菊花展本周五开幕，展期一个月。')
  await submit(reporter)
  const reviewer = await as('吴三级')
  await pass(reviewer, url(), '去一审', TITLE)
  await reviewer.goto(`${address}/review`)
  await see(reviewer.getByRole('heading', { level: 1, name: TITLE }))
  const button = reviewer.getByRole('button', { name: /^通过/ })
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true')
  await tabTo(reviewer, '通过')
  await see(reviewer.getByRole('tooltip', { name: '三审须由三个不同的人完成，您已审过这篇' }))
  await reviewer.keyboard.press('Enter')
  await see(reviewer.getByText('待二审'))
})

test('an edit voids the signature, and the story begins again at the first review', async () => {
  const editor = await as('钱编辑')
  await editor.goto(address)
  await write(editor, '门票十元。')
  const side = editor.getByRole('tab', { name: '审签' })
  await side.click()
  await see(editor.getByText(/^已作废/))
  await see(editor.getByText('待一审'))
  await openTodo(await as('孙一审'), url(), '去一审', TITLE)
})
