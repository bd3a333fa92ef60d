import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { advance, castOf, text, write } from '../newsroom/story.fixture.ts'
import { withdrawStory } from '../newsroom/review.service.ts'
import { callerOf } from '../../platform/http/caller.fixture.ts'
import { MOST_AT_ONE_ADDRESS } from './domain/visitor.ts'
import { countReads, importDailyReads, rollUp } from './reads.service.ts'

const test = await testWorld()
const slugs: string[] = []
const ids: string[] = []
let gone = ''
let draft = ''
beforeAll(async () => {
  const cast = await castOf(test)
  for (let i = 0; i < 3; i += 1) {
    const story = await advance(cast, text(`文章${i}`), 'published')
    slugs.push(story.number)
    ids.push(story.id)
  }
  const story = await advance(cast, text('撤下'), 'published')
  gone = (await withdrawStory(cast.final, story.id, story.rev, '不实')).number
  draft = (await write(cast.reporter, text('草稿'))).number
})
afterAll(() => test.close())

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15'
const visit = (address: string, which: string[] = [slugs[0] ?? ''], agent = PHONE) =>
  countReads(test.system, which, { address, agent })
const reads = async (i = 0) =>
  (await test.rows<{ reads: number }>(`select reads from newsroom.story where id = '${ids[i]}'`))[0]?.reads
const daily = () =>
  test.rows<{ day: string; reads: number }>(
    `select day::text, reads from reader.daily where story_id = '${ids[0]}' order by day`,
  )

describe('a read', () => {
  it('counts once a visitor, story and day', async () => {
    await visit('10.0.0.1')
    await visit('10.0.0.1')
    await visit('10.0.0.1', [slugs[0] ?? '', slugs[0] ?? ''])
    await visit('10.0.0.2')
    await visit('10.0.0.1', [slugs[0] ?? ''], `${PHONE} Safari/604.1`)
    expect(await rollUp(test.system)).toBe(3)
    expect(await reads()).toBe(3)
    await visit('10.0.0.1')
    expect(await rollUp(test.system)).toBe(0)
    expect(await daily()).toEqual([{ day: '2023-03-01', reads: 3 }])
  })

  it.each([
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'curl/8.5.0',
    'python-requests/2.31',
    'Go-http-client/1.1',
    '',
    'x',
  ])('of a machine does not: %j', async (agent) => {
    await visit('10.0.0.3', slugs, agent)
    expect(await rollUp(test.system)).toBe(0)
  })

  it('from one address counts no further than a full house, whatever the browsers call themselves', async () => {
    const before = (await reads(1)) ?? 0
    const agents = Array.from({ length: MOST_AT_ONE_ADDRESS + 10 }, (_, i) => `${PHONE} Build/${i}`)
    await Promise.all(agents.map((agent) => visit('198.51.100.9', [slugs[1] ?? ''], agent)))
    await visit('198.51.100.10', [slugs[1] ?? ''])
    await rollUp(test.system)
    expect((await reads(1)) ?? 0).toBe(before + MOST_AT_ONE_ADDRESS + 1)
  })

  it('of nothing that readers can read does not', async () => {
    await visit('10.0.0.4', ['9999-9999', gone, draft, '', `' or 1=1`])
    expect(await rollUp(test.system)).toBe(0)
  })

  it('the next day counts again, and yesterday’s marks and salt are thrown away though nobody reads', async () => {
    test.clock.set(Date.parse('2023-03-01T15:59:59Z'))
    await visit('10.0.0.5')
    test.clock.set(Date.parse('2023-03-01T16:00:00Z'))
    await rollUp(test.system)
    expect(await test.rows('select 1 from reader.salt')).toEqual([])
    expect(await test.rows('select 1 from reader.seen')).toEqual([])
    await visit('10.0.0.1')
    expect(await rollUp(test.system)).toBe(1)
    expect(await daily()).toEqual([
      { day: '2023-03-01', reads: 4 },
      { day: '2023-03-02', reads: 1 },
    ])
    expect(await test.rows('select day::text as day from reader.salt')).toEqual([{ day: '2023-03-02' }])
  })

  it('leaves nothing of the reader behind', async () => {
    await visit('203.0.113.77')
    const kept = JSON.stringify(await test.rows(`select encode(visitor, 'escape') as v, s.* from reader.seen s`))
    expect(kept).not.toContain('203.0.113')
    expect(kept).not.toContain('iPhone')
    await rollUp(test.system)
  })
})

describe('the roll-up', () => {
  it('counts once, whoever rolls at the same time', async () => {
    const before = await Promise.all([reads(0), reads(1), reads(2)])
    await Promise.all(Array.from({ length: 40 }, (_, i) => visit(`10.1.0.${i}`, slugs)))
    const counts = await Promise.all(Array.from({ length: 4 }, () => rollUp(test.system)))
    const rest = await rollUp(test.system)
    expect(counts.reduce((sum, count) => sum + count, rest)).toBe(120)
    const after = await Promise.all([reads(0), reads(1), reads(2)])
    expect(after.map((count, i) => (count ?? 0) - (before[i] ?? 0))).toEqual([40, 40, 40])
  })

  it('takes in reads counted elsewhere, several of a day added up', async () => {
    const before = (await reads()) ?? 0
    const [story_id = ''] = ids
    await importDailyReads(test.system, [
      { story_id, day: '2022-12-31', reads: 5 },
      { story_id, day: '2023-01-01', reads: 7 },
    ])
    await importDailyReads(test.system, [{ story_id, day: '2023-01-01', reads: 1 }])
    expect(await reads()).toBe(before + 13)
    expect((await daily()).slice(0, 2)).toEqual([
      { day: '2022-12-31', reads: 5 },
      { day: '2023-01-01', reads: 8 },
    ])
  })
})

describe('the beacon', () => {
  const agent = { headers: { 'user-agent': PHONE } }
  it('takes a batch without saying what it knows', async () => {
    const visitor = await callerOf(test)
    for (const batch of [slugs, ['9999-9999'], [gone]])
      expect(await visitor('POST', '/api/reader/reads', { slugs: batch }, agent)).toMatchObject({
        status: 204,
        text: '',
      })
  })
  it.each([[[]], [Array.from({ length: 21 }, (_, i) => String(i))], [['x'.repeat(81)]], ['2023-0001'], [null]])(
    'refuses %j',
    async (given) => {
      const visitor = await callerOf(test)
      expect((await visitor('POST', '/api/reader/reads', { slugs: given }, agent)).error.key).toBe('platform.invalid')
    },
  )
})

describe('3.5: reads, this year against last', () => {
  const growth = (year: number) => test.system.measures.compute(test.system, 'reader.reads-growth', { year })
  it('grows from what last year had, covering the days of the year', async () => {
    const [story_id = ''] = ids
    const days = (year: number, count: number, each: number) =>
      Array.from({ length: count }, (_, i) => ({
        story_id,
        day: new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10),
        reads: each,
      }))
    await importDailyReads(test.system, [...days(2019, 365, 4), ...days(2020, 366, 5), ...days(2021, 73, 5)])
    const leap = await growth(2020)
    expect(leap.value?.toFixed(6)).toBe('0.253425') // (1830 − 1460) ÷ 1460
    expect([leap.coverage, leap.coverageNote]).toEqual([1, expect.stringMatching(/366 天有记录.*366 天/)])
    const short = await growth(2021)
    expect([short.value?.toFixed(6), short.coverage]).toEqual(['-0.800546', 0.2])
    expect(leap.facts.filter((fact) => fact.kind === 'month')).toHaveLength(24)
  })
  it('has no value without a year before', async () => {
    const first = await growth(2019)
    expect([first.value, first.coverage]).toEqual([null, 1])
    expect(await growth(2010)).toMatchObject({ value: null, coverage: 0, facts: [] })
  })
})
