import { afterAll, describe, expect, it } from 'vitest'
import { storyFilterSchema } from '@rongmei/contract'
import { testWorld } from '../../testing/world.ts'
import { listStories } from './list.service.ts'
import { text, write } from './story.fixture.ts'
import { indexStories } from './story.jobs.ts'

const test = await testWorld()
const reporter = await test.as('沈一鸣', 'reporter')
afterAll(() => test.close())

const find = async (q: string) =>
  (await listStories(reporter, storyFilterSchema.parse({ q }))).items.map((row) => row.title)

/** As many different pairs of characters as a text can have: each neighbour only once. */
const allDifferent = (length: number) => {
  let state = 42
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode(0x4e00 + (state % 20_000))
  }).join('')
}

describe('the search index', () => {
  it('takes the longest and most varied text, and those that come after it', async () => {
    await write(reporter, text('长文', allDifferent(490_000)))
    await write(reporter, text('广富林', '遗址公园开放。'))
    expect(await indexStories(test.system)).toBe(2)
    expect(await find('遗址公园')).toEqual(['广富林'])
    expect(await find('长文')).toEqual(['长文'])
  })

  it('takes a word of a hundred thousand letters', async () => {
    await write(reporter, text('长词', `${'a'.repeat(100_000)} 松江`))
    expect(await indexStories(test.system)).toBe(1)
    expect(await find('长词')).toEqual(['长词'])
  })
})
