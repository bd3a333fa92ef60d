import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { importForms } from './support/desk.ts'
import { englishOn, overflow, settled } from './support/look.ts'
import { placesOf } from './support/places.ts'
import { behindTheScenes } from './support/staff.ts'
import { stage } from './support/stage.ts'

const { as, visitor, url } = stage()
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
let places: Awaited<ReturnType<typeof placesOf>>

beforeAll(async () => {
  const writer = await behindTheScenes(url(), '王小敏')
  await writer.newsroom.createStory({ body: { title: '页面走查用的稿件' } })
})

test.each(['陈管理', '王小敏'] as const)(
  'every page of the console opens for %s, in Chinese and in its window',
  async (name) => {
    const page = await as(name)
    if (name === '陈管理') await importForms(page, url())
    places ??= await placesOf(await behindTheScenes(url(), '陈管理'))
    const trouble = watch(page)
    const wrong: object[] = []
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const place of places.desk) {
        await page.goto(`${url()}/desk${place}`)
        await settled(page)
        wrong.push(...(await faultsOf(page, `${place} ${size.width}`, trouble())))
      }
    }
    expect(wrong).toEqual([])
  },
)

test('every page of the reader site opens, in Chinese and in its window', async () => {
  const page = await visitor()
  const trouble = watch(page)
  const wrong: object[] = []
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const place of places.reader) {
      await page.goto(`${url()}${place}`)
      await page.getByRole('main').waitFor()
      wrong.push(...(await faultsOf(page, `${place} ${size.width}`, trouble())))
    }
  }
  expect(wrong).toEqual([])
})

async function faultsOf(page: Page, place: string, console: string[]): Promise<object[]> {
  const [english, wider] = [await englishOn(page), await overflow(page)]
  return english.length > 0 || wider > 0 || console.length > 0 ? [{ place, english, wider, console }] : []
}

/** Collects errors of the page's console until asked. What a person may not see, and a page that is not there, answer 403 and 404. */
function watch(page: Page): () => string[] {
  let said: string[] = []
  page.on('pageerror', (error) => said.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of (403|404)/.test(line.text())) said.push(line.text())
  })
  return () => {
    const all = said
    said = []
    return all
  }
}
