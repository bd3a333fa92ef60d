import { type StoryFilter, type StoryState, STORY_STATES, storyFilterSchema } from '@rongmei/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { listStories, todoOf } from './list.service.ts'
import { returnStory } from './review.service.ts'
import { advance, type Cast, castOf, text, write } from './story.fixture.ts'
import { indexStories } from './story.jobs.ts'
import { maySee, scope } from './story.policy.ts'
import { findStories } from './story.store.ts'

const test = await testWorld()
let cast: Cast
const filter = (given: Record<string, unknown> = {}): StoryFilter => storyFilterSchema.parse(given)

beforeAll(async () => {
  cast = await castOf(test)
  for (const [i, to] of (['submitted', 'secondReview', 'finalReview', 'approved', 'published'] as const).entries()) {
    test.clock.advance(60_000)
    await advance(cast, text(`街镇新闻之${i}`, undefined, { category: 'town' }), to)
  }
  test.clock.advance(60_000)
  await write(
    cast.other,
    text('泗泾古镇开街迎客', '古镇的石板路上人来人往，融媒体中心的记者全程直播。', {
      kind: 'video',
      plannedAt: '2023-02-01T01:00:00.000Z',
    }),
  )
  const back = await advance(cast, text('要退回的稿'), 'submitted')
  await returnStory(cast.first, back.id, back.rev, '标题与内容不符')
  await indexStories(test.system)
})
afterAll(() => test.close())

describe('the library', () => {
  it.each(['updated', 'planned'])('pages by key without gap or repetition, by %s', async (sort) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listStories(cast.editor, filter({ limit: 2, sort, ...(cursor ? { cursor } : {}) }))
      seen.push(...page.items.map((row) => row.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it.each([
    [{ state: 'approved' }, 1],
    [{ kind: 'video' }, 1],
    [{ category: 'town' }, 5],
    [{ late: 'true' }, 1],
    [{ q: '泗泾古镇' }, 1],
    [{ q: '融媒体' }, 1],
    [{ q: '石板路 直播' }, 1],
    [{ q: '没有这个词语组合啊' }, 0],
    [{ q: '！？' }, 0],
    [{ sort: 'published' }, 1],
    [{ sort: 'planned' }, 7],
    [{ from: '2023-03-01', to: '2023-03-01' }, 7],
    [{ from: '2023-03-02' }, 0],
  ])('filters by %j', async (given, count) =>
    expect((await listStories(cast.editor, filter(given))).items).toHaveLength(count),
  )

  it('shows each person what they may see: the list filter equals the policy', async () => {
    const everything = await findStories(test.system, {
      scope: { all: true, authorId: null, states: [] },
      sort: 'updated',
      limit: 100,
    })
    for (const ctx of Object.values(cast)) {
      const listed = await findStories(ctx, { scope: scope(ctx.actor), sort: 'updated', limit: 100 })
      const allowed = everything.filter((row) => maySee(ctx.actor, row))
      expect(listed.map((row) => row.id)).toEqual(allowed.map((row) => row.id))
    }
  })

  it('knows no more states than the policy: all are covered by scope', () => {
    const { states } = scope(cast.other.actor)
    const hidden = STORY_STATES.filter((state: StoryState) => !states.includes(state))
    expect(hidden.every((state) => !maySee(cast.other.actor, { author_id: 'somebody else', state }))).toBe(true)
  })
})

describe('我的待办', () => {
  const titles = async (ctx: Cast['first'], key: string) =>
    (await todoOf(ctx)).groups.find((group) => group.key === key)?.items.map((row) => row.title)

  it('gives each reviewer their level and the publisher what is approved', async () => {
    expect(await titles(cast.first, 'review')).toEqual(['街镇新闻之0'])
    expect(await titles(cast.second, 'review')).toEqual(['街镇新闻之1'])
    expect(await titles(cast.final, 'review')).toEqual(['街镇新闻之2'])
    expect(await titles(cast.second, 'publish')).toEqual(['街镇新闻之3'])
  })

  it('gives the writer what came back, with the reason, and where the rest is', async () => {
    const todo = await todoOf(cast.reporter)
    expect(todo.groups.find((group) => group.key === 'returned')?.items.map((row) => row.returned?.reason)).toEqual([
      '标题与内容不符',
    ])
    expect(await titles(cast.reporter, 'sent')).toHaveLength(4)
    expect(todo.publishedToday).toBe(1)
  })

  it('gives the auditor nothing to do', async () => {
    expect((await todoOf(cast.auditor)).groups.every((group) => group.items.length === 0)).toBe(true)
  })
})
