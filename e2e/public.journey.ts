import { expect, test } from 'vitest'
import { bodyOf, startStory, write } from './support/desk.ts'
import { behindTheScenes, type Name } from './support/staff.ts'
import { see, stage } from './support/stage.ts'

const { as, visitor, url } = stage()
const TITLE = '佘山半程马拉松周日开跑'
let id: string
let slug: string

/** Through the three reviews and out, behind the scenes: story.journey.ts walks it. */
async function bringOut(): Promise<void> {
  const params = { id }
  const at = async (name: Name) => {
    const api = await behindTheScenes(url(), name)
    return { api, story: await api.newsroom.getStory({ params }) }
  }
  const author = await at('赵晓峰')
  await author.api.newsroom.proofreadStory({ params })
  await author.api.newsroom.submitStory({ params, body: { rev: author.story.rev } })
  for (const name of ['孙一审', '李二审', '周终审'] as const) {
    const { api, story } = await at(name)
    await api.newsroom.reviewStory({ params, body: { rev: story.rev, contentHash: story.contentHash, opinion: '' } })
  }
  const { api, story } = await at('周终审')
  slug = (await api.newsroom.publishStory({ params, body: { rev: story.rev } })).slug ?? ''
}

test('a reader without JavaScript reads the home page and the article', async () => {
  const writer = await as('赵晓峰')
  id = (await startStory(writer, url(), TITLE)).split('/').at(-1) ?? ''
  await write(writer, '佘山半程马拉松周日上午七时开跑，沿途五处补给。')
  await bringOut()
  const plain = await visitor({ javaScriptEnabled: false })
  await plain.goto(url())
  await plain
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click()
  await see(plain.getByRole('heading', { level: 1, name: TITLE }))
  await see(plain.getByText('佘山半程马拉松周日上午七时开跑，沿途五处补给。'))
})

test('a page that did not change is not sent again', async () => {
  const first = await fetch(`${url()}/a/${slug}`)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  expect((await fetch(`${url()}/a/${slug}`, { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('a correction stands at the top of the article, for everybody and at once', async () => {
  const before = (await fetch(`${url()}/a/${slug}`)).headers.get('etag') ?? ''
  const page = await as('周终审')
  await page.goto(`${url()}/desk/stories/${id}?act=correct`)
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('起点为月湖。')
  await page.getByLabel('更正说明（读者看得到）').fill('原文漏写起点，特此更正。')
  await page.getByRole('button', { name: '发布更正' }).click()
  await page.getByRole('dialog', { name: '发布这次更正？' }).getByRole('button', { name: '发布更正' }).click()
  await see(page.getByText('更正已发布'))

  const reader = await visitor()
  await reader.goto(`${url()}/a/${slug}`)
  await see(reader.getByRole('complementary', { name: '更正' }).getByText('原文漏写起点，特此更正。'))
  await see(reader.getByText(/起点为月湖。/))
  const changed = await fetch(`${url()}/a/${slug}`, { headers: { 'if-none-match': before } })
  expect(changed.status).toBe(200)
})

test('a withdrawn article is gone at once, with a notice in its place', async () => {
  const page = await as('周终审')
  await page.goto(`${url()}/desk/stories/${id}`)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '撤稿' }).click()
  const dialog = page.getByRole('dialog', { name: `撤下《${TITLE}》` })
  await dialog.getByLabel('撤稿理由（留档）').fill('赛事改期，稿件失效')
  await dialog.getByRole('button', { name: '撤稿' }).click()
  await see(page.getByText('已撤稿'))

  const etag = (await fetch(`${url()}/a/${slug}`)).headers.get('etag') ?? ''
  const reply = await fetch(`${url()}/a/${slug}`, { headers: { 'if-none-match': etag } })
  expect(reply.status).toBe(410)
  const reader = await visitor()
  await reader.goto(`${url()}/a/${slug}`)
  await see(reader.getByRole('heading', { name: '此稿件已撤下' }))
  expect(await reader.getByText('沿途五处补给').count()).toBe(0)
  await reader.goto(url())
  await see(reader.getByRole('navigation', { name: '频道' }))
  expect(await reader.getByText(TITLE).count()).toBe(0)
})
