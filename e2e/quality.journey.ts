import { expect, test } from 'vitest'
import { fromText } from '@rongmei/body'
import { see, stage } from './support/stage.ts'
import { behindTheScenes } from './support/staff.ts'

const { as, url } = stage()
const TITLE = '标注用的初稿'
const ROUGH = '居民们迫不急待地排队，志原者在门口引导。'

/** Publishes a story whose first text had two slips, of which the proofreader knows one. */
async function publishRough(): Promise<void> {
  const writer = await behindTheScenes(url(), '赵晓峰')
  const content = (text: string) => ({ title: TITLE, body: fromText(text) })
  const draft = await writer.newsroom.createStory({ body: content(ROUGH) })
  const mended = { ...content(ROUGH.replace('不急待', '不及待').replace('志原者', '志愿者')), deck: '' }
  const { kind, byline, source, category, plannedAt, coverUrl } = draft
  const params = { id: draft.id }
  const body = {
    rev: draft.rev,
    content: { kind, byline, source, category, plannedAt, coverUrl, ...mended },
    keep: true,
  }
  let story = await writer.newsroom.saveStory({ params, body })
  story = await writer.newsroom.submitStory({ params, body: { rev: story.rev } })
  for (const name of ['孙一审', '李二审', '周终审'] as const) {
    const reviewer = await behindTheScenes(url(), name)
    story = await reviewer.newsroom.reviewStory({ params, body: { rev: story.rev, contentHash: story.contentHash } })
  }
  await (await behindTheScenes(url(), '李二审')).newsroom.publishStory({ params, body: { rev: story.rev } })
}

test('two people mark a first text, each for himself, and recall comes of it', async () => {
  await publishRough()
  for (const name of ['李二审', '吴三级'] as const) {
    const page = await as(name)
    await page.goto(`${url()}/desk/quality/samples`)
    if (name === '李二审') {
      await page.getByRole('button', { name: '抽样', exact: true }).click()
      await page.getByRole('dialog').getByRole('spinbutton').fill('30')
      await page.getByRole('dialog').getByRole('button', { name: '抽样', exact: true }).click()
      await see(page.getByText(/抽取了 \d+ 篇/))
    }
    await page.getByRole('cell', { name: TITLE }).click()
    const text = page.getByRole('article', { name: '原文' })
    await see(text.getByText('迫不急待'))
    await page.getByRole('button', { name: '这里有错' }).click()
    await see(page.getByText('先在原文里选中有错的文字'))
    await text.getByText('志原者', { exact: false }).last().evaluate(select, '志原者')
    await page.getByRole('button', { name: '这里有错' }).click()
    await page.getByLabel('志原者 应为').fill('志愿者')
    await page.getByRole('button', { name: '保存标注' }).click()
    await see(page.getByText(name === '李二审' ? '已保存，等第二人标注' : '两人一致，样本已定论'))
  }
  const page = await as('吴三级')
  await page.goto(`${url()}/desk/quality/samples`)
  await see(page.getByRole('row', { name: new RegExp(TITLE) }).getByText('已定论'))
  await see(page.getByText(/查出 \d+ 处，漏 1 处，误报 0 处/))
})

test('the library is checked in the background, and an author sees his own figures only', async () => {
  const page = await as('李二审')
  await page.goto(`${url()}/desk/quality/batches`)
  await page.getByRole('button', { name: '开始全库校对' }).click()
  await see(page.getByRole('combobox', { name: '历次' }).locator('xpath=ancestor::*[contains(., "已完成")]').last())
  const author = await as('赵晓峰')
  await author.goto(`${url()}/desk/quality`)
  await see(author.getByText('以下只是您自己的稿件。'))
  expect(await author.getByRole('region', { name: '按作者' }).count()).toBe(0)
})

/** Selects the words inside an element, as a mouse does. */
function select(element: Element, words: string): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const from = node.data.indexOf(words)
    if (from === -1) continue
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, from + words.length)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    return
  }
}
