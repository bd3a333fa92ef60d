import { expect, test } from 'vitest'
import { bodyOf, save, startStory, write } from './support/desk.ts'
import { behindTheScenes } from './support/staff.ts'
import { gone, see, stage } from './support/stage.ts'

const { as, url } = stage()

test('two people at one story: the lock, taking over, and the words that were not saved yet', async () => {
  const [reporter, editor] = [await as('王小敏'), await as('钱编辑')]
  const address = await startStory(reporter, url(), '秋粮收割过半')
  await write(reporter, '全区秋粮收割过半。')

  await editor.goto(address)
  await see(editor.getByText(/王小敏正在编辑/))
  await expect.poll(() => bodyOf(editor).getAttribute('contenteditable')).toBe('false')

  // The reporter's line is down: what she writes now stays on her screen.
  await reporter.context().setOffline(true)
  await bodyOf(reporter).click()
  await reporter.keyboard.press('Control+End')
  await reporter.keyboard.insertText('还没有存上的一句。')
  await see(reporter.getByText('文字已留在这台电脑上，不会丢'))

  await editor.getByRole('button', { name: '接手编辑' }).click()
  const question = editor.getByRole('dialog', { name: '从王小敏那里接手编辑？' })
  await question.getByRole('button', { name: '接手编辑' }).click()
  await gone(question)
  await write(editor, '编辑补充的一句。')

  await reporter.context().setOffline(false)
  await see(reporter.getByText('钱编辑接手了编辑'))
  const kept = reporter.getByText(/您没存上的文字已另存为第 \d+ 版/)
  await see(kept)
  const no = /第 (\d+) 版/.exec(await kept.innerText())?.[1]
  await reporter.getByRole('button', { name: '看现在的内容' }).click()
  await see(bodyOf(reporter).getByText('编辑补充的一句。'))

  await reporter.getByRole('button', { name: '更多' }).click()
  await reporter.getByRole('menuitem', { name: '历次版本' }).click()
  await see(reporter.getByText('接手前另存'))
  await reporter.getByRole('radio', { name: `新 第 ${no} 版` }).check()
  await see(reporter.getByText(/还没有存上的一句。/))
})

test('a story that somebody else changed meanwhile is shown beside one’s own, and neither is lost', async () => {
  const reporter = await as('赵晓峰')
  const address = await startStory(reporter, url(), '地铁九号线加开列车')
  await write(reporter, '九号线早高峰加开列车。')
  await reporter.context().setOffline(true)
  await bodyOf(reporter).click()
  await reporter.keyboard.press('Control+End')
  await reporter.keyboard.insertText('记者离线写的一句。')
  await see(reporter.getByText('文字已留在这台电脑上，不会丢'))

  // On another device he takes the lock, saves and gives it back: only the revision tells.
  const elsewhere = await behindTheScenes(url(), '赵晓峰')
  const params = { id: address.split('/').at(-1) ?? '' }
  const story = await elsewhere.newsroom.getStory({ params })
  await elsewhere.newsroom.lockStory({ params, body: { takeOver: true } })
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: '在手机上改过的一句。' }] }],
  }
  const { kind, title, deck, byline, source, category, plannedAt, coverUrl } = story
  const content = { kind, title, deck, byline, source, category, plannedAt, coverUrl, body }
  await elsewhere.newsroom.saveStory({ params, body: { rev: story.rev, content, keep: false } })
  await elsewhere.newsroom.unlockStory({ params })

  await reporter.context().setOffline(false)
  await reporter.keyboard.press('Control+s')
  const dialog = reporter.getByRole('dialog', { name: '稿件在您写的时候变了' })
  await see(dialog.getByText('在手机上改过的一句。'))
  await see(dialog.getByText(/记者离线写的一句。/))
  await dialog.getByRole('button', { name: '用我的，对方的另存' }).click()
  await see(reporter.getByText(/另一份已存为第 \d+ 版/))
  await gone(dialog)
  await save(reporter)
  expect((await elsewhere.newsroom.getStory({ params })).characters).toBeGreaterThan(10)
})
