import type { Missed } from '@rongmei/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/caller.fixture.ts'
import { testWorld } from '../../testing/world.ts'
import {
  decideStoryFinding,
  proofreadStory,
  publishStory,
  reviewStory,
  saveStory,
  submitStory,
} from '../newsroom/index.ts'
import { advance, type Cast, castOf, text, write } from '../newsroom/story.fixture.ts'
import { cancelBatch, listBatches, listBatchRows, startBatch } from './batch.service.ts'
import { qualityDashboard } from './dashboard.service.ts'
import { drawSamples, getSample, listSamples, markSample, settleSample } from './sample.service.ts'

const test = await testWorld()
afterAll(() => test.close())
let cast: Cast
let two: Ctx
let third: Ctx

const ROUGH = '居民们迫不急待地排队，现场秩序井然，志原者在门口引导。'
const FINE = '居民们迫不及待地排队，现场秩序井然，志愿者在门口引导。'
const MONTH = '2023-03'
/** 志原者 stands in block 2: title, deck, the paragraph. */
const miss: Missed = {
  block: 2,
  start: ROUGH.indexOf('志原者'),
  end: ROUGH.indexOf('志原者') + 3,
  quote: '志原者',
  right: '志愿者',
}

/** A story whose slips were put right before review, and one that never had any. */
beforeAll(async () => {
  cast = await castOf(test)
  two = await test.as('郝细读', 'chiefReviewer')
  third = await test.as('何再看', 'chiefReviewer')
  const draft = await write(cast.reporter, text('社区开放日', ROUGH))
  const run = await proofreadStory(cast.reporter, draft.id)
  for (const finding of run.findings) await decideStoryFinding(cast.reporter, draft.id, finding.id, 'accepted', '')
  const { kind, deck, byline, source, category, plannedAt, coverUrl } = draft
  const { body = draft.body } = text('社区开放日', FINE)
  const mended = { kind, title: draft.title, deck, body, byline, source, category, plannedAt, coverUrl }
  const saved = await saveStory(cast.reporter, draft.id, draft.rev, mended, true)
  let story = await submitStory(cast.reporter, saved.id, saved.rev, null)
  for (const reviewer of [cast.first, cast.second, cast.final])
    story = await reviewStory(reviewer, story.id, story.rev, story.contentHash, '同意')
  await publishStory(cast.second, story.id, story.rev)
  await advance(cast, text('植树'), 'published')
})

describe('samples', () => {
  let id: string
  beforeAll(async () => {
    expect(await drawSamples(cast.second, MONTH, 10)).toEqual({ drawn: 2 })
    const { items } = await listSamples(cast.second, MONTH)
    id = items.find((item) => item.title === '社区开放日')?.id ?? ''
  })

  it('are drawn as first written, and once', async () => {
    const sample = await getSample(cast.second, id)
    expect(sample.blocks[2]?.text).toBe(ROUGH)
    expect(sample.list.map((finding) => finding.quote)).toContain('迫不急待')
    expect(await drawSamples(cast.second, MONTH, 10)).toEqual({ drawn: 0 })
  })

  it('refuse who may not, and marks that lie outside the text', async () => {
    const marks = { wrong: [], missed: [] }
    await expect(markSample(cast.reporter, id, marks)).rejects.toMatchObject({ key: 'ability.missing' })
    await expect(getSample(cast.finance, id)).rejects.toMatchObject({ key: 'ability.missing' })
    await expect(drawSamples(cast.auditor, MONTH, 1)).rejects.toMatchObject({ key: 'ability.missing' })
    for (const bad of [
      { ...miss, quote: '志愿者' },
      { ...miss, block: 9 },
    ])
      await expect(markSample(cast.second, id, { wrong: [], missed: [bad] })).rejects.toMatchObject({
        key: 'quality.badPlace',
      })
    await expect(markSample(cast.second, id, { wrong: [99], missed: [] })).rejects.toMatchObject({
      key: 'quality.badPlace',
    })
  })

  it('two mark them without seeing each other; a third settles what they dispute; then the measures speak', async () => {
    const first = await markSample(cast.second, id, { wrong: [], missed: [miss] })
    expect(first).toMatchObject({ state: 'halfMarked', mine: true, truth: null })
    expect((await getSample(two, id)).others).toEqual([])

    const second = await markSample(two, id, { wrong: [], missed: [] })
    expect(second).toMatchObject({ state: 'disputed', dispute: { wrong: [], missed: [miss] } })
    await expect(settleSample(two, id, { wrong: [], missed: [] })).rejects.toMatchObject({
      key: 'quality.ownMarking',
    })
    await expect(markSample(third, id, { wrong: [], missed: [] })).rejects.toMatchObject({
      key: 'quality.threeMarkers',
    })

    const settled = await settleSample(third, id, { wrong: [], missed: [miss] })
    expect(settled).toMatchObject({ state: 'settled', truth: { wrong: [], missed: [miss] }, settledBy: '何再看' })
    await expect(markSample(two, id, { wrong: [], missed: [] })).rejects.toMatchObject({
      key: 'quality.settled',
    })

    const caught = settled.list.length
    const recall = await test.system.measures.compute(test.system, 'quality.recall', { year: 2023 })
    expect(recall.value?.toFixed(4)).toBe((caught / (caught + 1)).toFixed(4))
    expect(recall.facts).toHaveLength(1)
    const alarms = await test.system.measures.compute(test.system, 'quality.false-alarms', { year: 2023, month: 3 })
    expect(alarms.value?.toString()).toBe('0')
    expect((await test.system.measures.compute(test.system, 'quality.recall', { year: 2022 })).value).toBeNull()
  })

  it('two who agree need no third', async () => {
    const { items } = await listSamples(cast.second, MONTH)
    const other = items.find((item) => item.title === '植树')?.id ?? ''
    await markSample(cast.second, other, { wrong: [], missed: [] })
    expect(await markSample(two, other, { wrong: [], missed: [] })).toMatchObject({ state: 'settled' })
    await expect(settleSample(third, other, { wrong: [], missed: [] })).rejects.toMatchObject({
      key: 'quality.settled',
    })
  })
})

describe('a check of the library', () => {
  it('goes through everything that is out, one at a time, and keeps what it found', async () => {
    const batch = await startBatch(cast.second)
    expect(batch).toMatchObject({ state: 'running', total: 2, done: 0 })
    await expect(startBatch(two)).rejects.toMatchObject({ key: 'quality.batchRunning' })
    await test.world.jobs.drain(test.system)
    const { items } = await listBatches(cast.auditor)
    expect(items[0]).toMatchObject({ id: batch.id, state: 'done', done: 2, must: 0 })
    expect((await listBatchRows(cast.second, batch.id, { limit: 50 })).next).toBeNull()
  })

  it('stops when told, and refuses who may not', async () => {
    const batch = await startBatch(cast.second)
    await expect(cancelBatch(cast.reporter, batch.id)).rejects.toMatchObject({ key: 'ability.missing' })
    expect(await cancelBatch(two, batch.id)).toMatchObject({ state: 'cancelled', done: 0 })
    await test.world.jobs.drain(test.system)
    expect((await listBatches(cast.second)).items[0]).toMatchObject({ state: 'cancelled', done: 0 })
    await expect(startBatch(cast.reporter)).rejects.toMatchObject({ key: 'ability.missing' })
    await expect(listBatches(cast.reporter)).rejects.toMatchObject({ key: 'ability.missing' })
  })
})

describe('the figures', () => {
  it('are everybody’s for who looks after quality, and one’s own for an author', async () => {
    const all = await qualityDashboard(cast.second, 2023)
    expect(all.scope).toBe('all')
    expect(all.authors).toEqual([expect.objectContaining({ name: '沈一鸣', stories: 2 })])
    expect(all.months[0]?.found).toBeGreaterThan(0)
    expect(all.rules.find((rule) => rule.accepted > 0)).toMatchObject({ ignored: 0, falseShare: '0.0000' })
    expect((await qualityDashboard(cast.reporter, 2023)).scope).toBe('own')
    expect((await qualityDashboard(cast.other, 2023)).authors).toEqual([])
  })
})

it('answers over HTTP, to those signed in', async () => {
  const visitor = await callerOf(test)
  expect((await visitor('GET', '/api/quality/samples?month=2023-03')).error.key).toBe('session.required')
  const call = await callerOf(test, '吴思远')
  const { items } = (await call('GET', '/api/quality/samples?month=2023-03')).json<{ items: { id: string }[] }>()
  expect((await call('GET', `/api/quality/samples/${items[0]?.id}`)).status).toBe(200)
  expect((await call('GET', '/api/quality/dashboard?year=2023')).status).toBe(200)
  expect((await call('GET', '/api/quality/batches')).status).toBe(200)
  expect((await call('PUT', `/api/quality/samples/${items[0]?.id}/marking`, { wrong: [-1] })).status).toBe(400)
})
