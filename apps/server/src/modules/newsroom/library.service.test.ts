import { type StoryFilter, STORY_STATES, storyFilterSchema } from '@rongmei/contract'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/caller.fixture.ts'
import { writeSetting } from '../../platform/settings.ts'
import { testWorld } from '../../testing/world.ts'
import { exportStories } from './export.service.ts'
import { drawInspections, listInspections, recordInspection } from './inspection.service.ts'
import { listStories } from './list.service.ts'
import { withdrawStory } from './review.service.ts'
import { advance, type Cast, castOf, CLEAN, text, write } from './story.fixture.ts'
import { indexStories } from './story.jobs.ts'
import { maySee, scope } from './story.policy.ts'
import { findStories } from './story.store.ts'

const test = await testWorld()
let cast: Cast
const filter = (given: Record<string, unknown> = {}): StoryFilter => storyFilterSchema.parse(given)
beforeAll(async () => {
  cast = await castOf(test)
  // All at one instant, so that only the id tells them apart.
  for (let i = 0; i < 9; i += 1)
    await write(
      i % 2 ? cast.reporter : cast.other,
      text(`同一刻${i}`, CLEAN, i < 4 ? {} : { plannedAt: '2023-03-05T01:00:00.000Z' }),
    )
  for (let i = 0; i < 3; i += 1) await advance(cast, text(`已发${i}`), 'published')
  await write(cast.reporter, text(`=cmd|'/c calc'!A1`, `他说："1 OR 1=1"; drop table story--'`))
  await indexStories(test.system)
})
afterAll(() => test.close())

async function pages(ctx: Ctx, given: Record<string, unknown>): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listStories(ctx, filter({ ...given, ...(cursor ? { cursor } : {}) }))
    seen.push(...page.items.map((row) => row.id))
    cursor = page.next ?? undefined
  } while (cursor)
  return seen
}

describe('paging', () => {
  it.each([
    ['updated', 13],
    ['planned', 13],
    ['published', 3],
  ])('by %s shows each once, also when all share an instant or have none', async (sort, count) => {
    for (const limit of [1, 2, 5, 100]) {
      const seen = await pages(cast.editor, { sort, limit })
      expect([seen.length, new Set(seen).size]).toEqual([count, count])
    }
  })

  it.each(['', 'x', '~', '2023-01-01~', '~00000000-0000-0000-0000-000000000000'])(
    'begins anew with the cursor %j',
    async (cursor) => expect((await listStories(cast.editor, filter({ cursor, limit: 100 }))).items).toHaveLength(13),
  )
})

describe('searching', () => {
  const search = async (q: string) => (await listStories(cast.editor, filter({ q, limit: 100 }))).items.length
  it.each([
    `'`,
    `''`,
    `\\`,
    `' | 'x`,
    `a' & !'b`,
    `:*`,
    `((`,
    `'); drop table newsroom.story; --`,
    `%`,
    `_`,
    `\u0001`,
    '<->',
    '!!',
    `"`,
  ])('takes %j for words, not for a query', async (q) => expect(await search(q)).toBeLessThanOrEqual(1))
  it('finds what looks like a query by its words', async () => {
    expect(await search(`drop table`)).toBe(1)
    expect(await search('同一刻')).toBe(9)
  })
})

describe('what one sees', () => {
  it('in the list is what the policy says, for any stories and anybody', async () => {
    const people = Object.values(cast)
    const ids = (await test.rows<{ id: string }>('select id from newsroom.story order by id')).map((row) => row.id)
    const state = fc.constantFrom(...STORY_STATES)
    const author = fc.nat(people.length - 1)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(state, author), { minLength: ids.length, maxLength: ids.length }),
        async (drawn) => {
          const rows = drawn.map(([to, by], i) => `('${ids[i]}'::uuid, '${to}', '${people[by]?.actor.id}'::uuid)`)
          await test.rows(
            `update newsroom.story s set state = v.state, author_id = v.author from (values ${rows.join()}) as v(id, state, author) where s.id = v.id`,
          )
          for (const ctx of people) {
            const listed = await findStories(ctx, { scope: scope(ctx.actor), sort: 'updated', limit: 100 })
            const allowed = ids.filter((_, i) => {
              const [to = 'draft', by = 0] = drawn[i] ?? []
              return maySee(ctx.actor, { state: to, author_id: people[by]?.actor.id ?? '' })
            })
            expect(listed.map((row) => row.id).toSorted()).toEqual(allowed)
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('the workbook', () => {
  it('holds what the list shows, texts as texts, and the demo mark only in the demo', async () => {
    const open = async () => {
      const file = await exportStories(cast.editor, filter({ limit: 2 }))
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(file.bytes.buffer as ArrayBuffer)
      return { file, sheet: book.getWorksheet('文稿库') ?? expect.fail() }
    }
    const { file, sheet } = await open()
    expect(file.name).toBe('文稿库-2023-03-01.xlsx')
    expect((sheet.getRow(1).values as unknown[]).slice(1, 5)).toEqual(['编号', '类型', '标题', '状态'])
    expect(sheet.rowCount).toBe(14)
    const titles = sheet.getColumn(3).values
    expect(titles).toContain(`=cmd|'/c calc'!A1`)
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)))
    await test.system.tx((t) => writeSetting(t, 'demo', true))
    const demo = await open()
    expect(demo.sheet.getCell(`A${demo.sheet.rowCount}`).value).toBe('演示数据')
    const call = await callerOf(test, '陆文清')
    const reply = await call('GET', '/api/newsroom/stories.xlsx')
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E6%96%87/)
    await test.system.tx((t) => writeSetting(t, 'demo', false))
  })
})

describe('质检抽样', () => {
  const month = '2023-04'
  it('draws published stories of the month once, however often and by however many', async () => {
    test.clock.set(Date.parse('2023-04-15T01:00:00Z'))
    for (let i = 0; i < 4; i += 1) await advance(cast, text(`四月${i}`), 'published')
    const gone = await advance(cast, text('四月撤下'), 'published')
    await withdrawStory(cast.final, gone.id, gone.rev, '不实')
    expect(await drawInspections(cast.second, month, 1)).toEqual({ drawn: 1 })
    const both = await Promise.all([drawInspections(cast.second, month, 50), drawInspections(cast.second, month, 50)])
    expect(both.reduce((sum, one) => sum + one.drawn, 0)).toBe(3)
    const { items, months } = await listInspections(cast.second, month)
    expect([items.length, new Set(items.map((one) => one.story.id)).size]).toEqual([4, 4])
    expect(months).toContainEqual({ month, sampled: 4, inspected: 0, characters: 0, errors: 0 })
  })

  it('keeps what was found, and lets it be put right', async () => {
    const [one] = (await listInspections(cast.second, month)).items
    await recordInspection(cast.second, one?.id ?? '', 3, '三处')
    const again = await recordInspection(cast.second, one?.id ?? '', 2, '两处')
    expect([again.errors, again.notes, again.inspector?.name]).toEqual([2, '两处', '吴思远'])
    const { months } = await listInspections(cast.second, month)
    expect(months.find((row) => row.month === month)).toMatchObject({ inspected: 1, errors: 2 })
    expect(await test.rows(`select 1 from platform.event where kind = 'inspection.recorded'`)).toHaveLength(2)
  })

  it('is for those who inspect', async () => {
    for (const ctx of [cast.reporter, cast.auditor]) {
      await expect(drawInspections(ctx, month, 1)).rejects.toMatchObject({ key: 'ability.missing' })
      await expect(recordInspection(ctx, test.system.newId(), 1, '')).rejects.toMatchObject({ key: 'ability.missing' })
      expect((await listInspections(ctx, month)).can.record).toBe(false)
    }
    await expect(recordInspection(cast.second, test.system.newId(), 1, '')).rejects.toMatchObject({
      key: 'platform.notFound',
    })
  })
})
