import type { StoryContent } from '@rongmei/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { drawInspections, recordInspection, listInspections } from './inspection.service.ts'
import { correctStory, decideStoryFinding, proofreadStory, withdrawStory } from './review.service.ts'
import { advance, type Cast, castOf, CLEAN, text, write } from './story.fixture.ts'
import { fromText } from '@rongmei/body'

const test = await testWorld()
let cast: Cast
const at = (when: string) => test.clock.set(Date.parse(`${when}+08:00`))
const iso = (when: string) => new Date(`${when}+08:00`).toISOString()
const publish = (title: string, more: Partial<StoryContent> = {}) =>
  advance(cast, text(title, CLEAN, more), 'published')
const from = (name: string): Partial<StoryContent> => ({ source: { kind: 'contributed', name, unitId: null } })
const measure = (name: string, params: object) => test.system.measures.compute(test.system, name, params)
const value = async (name: string, params: object) => (await measure(name, params)).value?.toString()

/**
 * 2023: five stories out, one corrected (2 errors), one withdrawn; videos in March and, by Shanghai's clock, April.
 * 2024: three out; more from contributors.
 */
beforeAll(async () => {
  cast = await castOf(test)
  at('2023-03-10T09:00:00')
  await publish('准时的视频', { kind: 'video', plannedAt: iso('2023-03-10T09:00:00') })
  const wrong = await publish('要更正', from('佘山镇'))
  const fixed = { title: '要更正', deck: '', body: fromText(`${CLEAN}改。`), notice: '数字有误', errors: 2 }
  const once = await correctStory(cast.final, wrong.id, wrong.rev, fixed)
  await correctStory(cast.final, once.id, once.rev, { ...fixed, body: fromText(CLEAN), notice: '又改一处', errors: 1 })
  at('2023-03-31T16:30:00')
  const bad = await publish('要撤下')
  await withdrawStory(cast.final, bad.id, bad.rev, '不实')
  at('2023-04-01T00:00:01')
  await publish('晚了的视频', { kind: 'video', plannedAt: iso('2023-03-31T23:00:00') })
  await publish('泗泾来稿', from('泗泾镇'))
  await write(cast.reporter, text('没发的视频', CLEAN, { kind: 'video', plannedAt: iso('2023-04-02T09:00:00') }))
  const caught = await write(cast.reporter, text('拦截', '居民迫不急待，部属工作。'))
  const run = await proofreadStory(cast.reporter, caught.id)
  at('2023-04-01T01:00:01')
  for (const one of run.findings.filter((finding) => finding.severity === '必须改'))
    await decideStoryFinding(cast.reporter, caught.id, one.id, 'accepted', '')
  await drawInspections(cast.second, '2023-03', 50)
  for (const [i, one] of (await listInspections(cast.second, '2023-03')).items.entries())
    await recordInspection(cast.second, one.id, i === 0 ? 2 : 0, '')
  at('2024-02-29T12:00:00')
  for (const name of ['佘山镇', '车墩镇', '车墩镇']) await publish(`${name}来稿`, from(name))
  await write(cast.reporter, text('明天的视频', CLEAN, { kind: 'video', plannedAt: iso('2024-03-01T09:00:00') }))
  await drawInspections(cast.second, '2024-02', 1)
  const [drawn] = (await listInspections(cast.second, '2024-02')).items
  await recordInspection(cast.second, drawn?.id ?? '', 1, '一处')
})
afterAll(() => test.close())

describe('the measures of 2023', () => {
  it('1.5: what was accepted before, against what was corrected after', async () => {
    const { value: share, working, facts } = await measure('newsroom.interception', { year: 2023 })
    const accepted = Number(/拦截 (\d+) ÷/.exec(working)?.[1])
    expect(accepted).toBeGreaterThan(0)
    expect(share?.toNumber()).toBeCloseTo(accepted / (accepted + 3), 10)
    expect(working).toContain('发布后更正 3')
    expect(working).toContain('p90 为 60 分钟')
    expect(facts.map((fact) => fact.note)).toEqual(
      expect.arrayContaining(['发布后更正 2 处', `发布前拦截 ${accepted} 处`]),
    )
  })

  it('1.11: a story counts as faulty once, corrected twice or withdrawn', async () => {
    const { value: share, working } = await measure('newsroom.correct-share', { year: 2023 })
    expect([share?.toString(), working]).toEqual(['0.6', '1 − 差错稿 2 ÷ 发布稿 5'])
  })

  it('6.7: months by Shanghai’s clock', async () => {
    const { value: months, working } = await measure('newsroom.months-with-video', { year: 2023 })
    expect([months?.toString(), working]).toEqual([
      '2',
      '2023 年发布短视频 2 条，分布在 2 个月；缺 1、2、5、6、7、8、9、10、11、12 月',
    ])
  })

  it('6.22: late and never published both miss; what is not due yet does not', async () => {
    const {
      value: share,
      coverage,
      working,
    } = await measure('newsroom.on-time-publishing', { year: 2023, kind: 'video' })
    expect([share?.toFixed(4), coverage, working]).toEqual(['0.3333', 1, '按时 1 ÷ 计划 3'])
    expect((await measure('newsroom.on-time-publishing', { year: 2024 })).working).toBe('按时 0 ÷ 计划 0')
  })
})

describe('against the year before', () => {
  it('1.12: errors per thousand characters of what was read again', async () => {
    const { value: ratio, coverage, working } = await measure('newsroom.error-rate-ratio', { year: 2024 })
    const [, current, last] = /本年 1 处 ÷ (\d+) 字.*上年 2 处 ÷ (\d+) 字/.exec(working) ?? []
    expect(ratio?.toNumber()).toBeCloseTo(1 / Number(current) / (2 / Number(last)), 10)
    expect(coverage).toBeCloseTo(1 / 12)
  })

  it('10.8: contributed stories and the units they came from', async () => {
    expect(await value('newsroom.contribution-growth', { year: 2024, what: 'stories' })).toBe('0.5')
    expect(await value('newsroom.contribution-growth', { year: 2024, what: 'units' })).toBe('0')
  })
})

describe('a year of nothing', () => {
  it.each([
    ['newsroom.interception', undefined, 0],
    ['newsroom.correct-share', undefined, 0],
    ['newsroom.error-rate-ratio', undefined, 0],
    ['newsroom.months-with-video', '0', 1],
    ['newsroom.on-time-publishing', undefined, 0],
    ['newsroom.contribution-growth', undefined, 0],
  ])('%s is %s', async (name, expected, coverage) => {
    const result = await measure(name, { year: 2019 })
    expect([result.value?.toString(), result.coverage, result.facts]).toEqual([expected, coverage, []])
  })

  it('before the first has nothing to grow from', async () => {
    expect((await measure('newsroom.contribution-growth', { year: 2023 })).value).toBeNull()
    expect((await measure('newsroom.error-rate-ratio', { year: 2023 })).value).toBeNull()
  })

  it.each([
    ['newsroom.correct-share', { year: 'soon' }, 'indicator.badParams'],
    ['newsroom.on-time-publishing', { year: 2023, kind: 'poem' }, 'indicator.badParams'],
    ['newsroom.nothing', { year: 2023 }, 'indicator.unknownMeasure'],
  ])('%s of %j is refused', async (name, params, key) => expect(measure(name, params)).rejects.toMatchObject({ key }))
})
