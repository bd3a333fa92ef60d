import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { gone, see } from './stage.ts'

export const PICTURE = 'e2e/support/picture.png'

/** Starts a story by the form and waits until it can be written. @returns its address in the console */
export async function startStory(page: Page, url: string, title: string): Promise<string> {
  await page.goto(`${url}/desk/stories/new`)
  await page.getByLabel('标题', { exact: true }).fill(title)
  await page.getByRole('button', { name: '开始写' }).click()
  await see(bodyOf(page))
  return page.url()
}

/** The body's text field of the editor. */
export const bodyOf = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true })
/** The line that says where the words are. */
export const savedLine = (page: Page) => page.getByRole('status').getByText(/已保存/)

/** Writes at the end of the body, a paragraph for each line, and waits until the server has it. */
export async function write(page: Page, ...lines: string[]): Promise<void> {
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
  await save(page)
}

/** Ctrl+S, and waits until the server has it. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await see(savedLine(page))
}

/** Pastes what another program put on the clipboard. */
export async function paste(page: Page, html: string): Promise<void> {
  await bodyOf(page).evaluate((field, markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    data.setData('text/plain', markup.replace(/<[^>]+>/g, ' '))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

/** Presses a button that opens the file dialog, and picks a file there. */
export async function pick(
  page: Page,
  button: string | RegExp,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  await chooser.setFiles(file)
}

/** Goes on by Tab until something of that name has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const found = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null
      return at?.getAttribute('aria-label') ?? at?.innerText ?? ''
    })
    if (found.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/** Sends a story without open 必须改 to review. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审' }).first().click()
  const dialog = page.getByRole('dialog', { name: '送审' })
  await see(dialog.getByText('没有未处理的“必须改”。'))
  await dialog.getByRole('button', { name: '送审', exact: true }).click()
  await see(page.getByText('已送审，等一审'))
}

/** Goes from 我的待办 to the story that waits there. */
export async function openTodo(page: Page, url: string, step: string, title: string): Promise<void> {
  await page.goto(`${url}/desk`)
  await page.getByRole('button', { name: `${step}：${title}` }).click()
  await see(page.getByRole('heading', { level: 1, name: title }))
}

/** Passes the review that waits in 我的待办. */
export async function pass(
  page: Page,
  url: string,
  step: '去一审' | '去二审' | '去终审',
  title: string,
): Promise<void> {
  await openTodo(page, url, step, title)
  await page.getByRole('button', { name: '通过' }).click()
  await see(page.getByText(`《${title}》已通过`))
}

/** Publishes the approved story that waits in 我的待办. */
export async function publish(page: Page, url: string, title: string): Promise<void> {
  await openTodo(page, url, '去发布', title)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `发布《${title}》？` })
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await see(page.getByText('已发布', { exact: true }))
  await gone(dialog)
}

/** Puts a word on the centre's list, on the page of the list. */
export async function addWord(page: Page, url: string, word: string): Promise<void> {
  await page.goto(`${url}/desk/words`)
  await page.getByRole('button', { name: /^添加/ }).first().click()
  const dialog = page.getByRole('dialog', { name: '添加词语' })
  await dialog.getByLabel('词语').fill(word)
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await see(page.getByText(`已添加“${word}”`))
}

/** Imports the ten published forms, unless they stand there already. */
export async function importForms(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/projects`)
  const empty = page.getByText('这一年度还没有自评表')
  await see(empty.or(page.getByText('自报总分')))
  if (!(await empty.isVisible())) return
  await page.goto(`${url}/desk/projects/import`)
  await pick(page, '选择文件', 'fixtures/self-evaluation-2023.txt')
  await page.getByRole('button', { name: '导入 10 张表' }).click()
  await see(page.getByText('已导入 10 张自评表'))
}

/** What an official Word form holds, as a person sees it. */
export async function readDocument(bytes: Buffer): Promise<{ text: string; tables: string[][][] }> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml({ buffer: bytes })
  const plain = (html: string) =>
    html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .trim()
  const tables = [...value.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
    ),
  )
  expect(tables.length).toBeGreaterThan(0)
  return { text: plain(value), tables }
}
