import { Decimal } from '@rongmei/kit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { importGolden, indicatorAt, readings, withMeasures } from './appraisal.fixture.ts'
import { indicatorHistory, listMeasures, previewMeasure } from './computation.service.ts'
import {
  computeIndicator,
  fillIndicator,
  getIndicator,
  indicatorFacts,
  linkIndicator,
  uploadEvidence,
} from './indicator.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
let director: Ctx
let auditor: Ctx
/** 1.5 错别字审核模块效能: 高效, 5 points. 1.1 项目完成率: >=95%. 6.7: 12个月. */
let inWords = ''
let inPercent = ''
let inMonths = ''
beforeAll(async () => {
  director = withMeasures(await test_.as('李主任', 'director'))
  auditor = withMeasures(await test_.as('赵审计', 'auditor'))
  await importGolden(director)
  inWords = await indicatorAt(test_, 1, 5)
  inPercent = await indicatorAt(test_, 1, 1)
  inMonths = await indicatorAt(test_, 6, 7)
})
beforeEach(async () => {
  test_.clock.advance(60_000)
  readings.share = new Decimal('0.97345')
  readings.facts = 45
})

const share = { measure: 'sample.share', params: { year: 2023 } }
const revOf = async (id: string) => (await getIndicator(director, id)).indicator.rev
const link = async (id: string, to: { measure: string; params: Record<string, unknown> } | null) =>
  linkIndicator(director, id, { rev: await revOf(id), link: to })
const eventsOf = (id: string) =>
  test_.rows<{ kind: string; data: Record<string, unknown> }>(
    `select kind, data from platform.event where subject = 'indicator:${id}' order by seq`,
  )
const unknown = '018c0000-0000-7000-8000-000000000001'

describe('linking', () => {
  test('computes at once: value, coverage, working, met and points beside the printed ones', async () => {
    const { indicator, project } = await link(inWords, share)
    expect(indicator).toMatchObject({
      actual: '高效',
      score: '5',
      mark: 'computed',
      proposedScore: '5.00',
      link: { ...share, by: { name: '李主任' } },
      computed: { text: '97.35%', unit: '%', coverage: 0.5, working: '甲 97 ÷ 乙 100', met: true, factCount: 45 },
    })
    expect(indicator.explanation).toContain('不低于 0.9')
    expect(project).toMatchObject({ no: 1, linked: 1 })
    expect((await eventsOf(inWords)).map((one) => one.kind)).toEqual(['appraisal.linked', 'appraisal.computed'])
  })

  test('takes the threshold of the link before that of the measure', async () => {
    const { indicator } = await link(inWords, { ...share, params: { year: 2023, meets: { op: '>=', value: 0.99 } } })
    expect(indicator.computed?.met).toBe(false)
    expect(indicator.proposedScore).toBe('3.99')
  })

  test('scores a target with a number by the rule set of the form', async () => {
    const { indicator } = await link(inMonths, { measure: 'sample.months', params: { year: 2023 } })
    expect(indicator).toMatchObject({ target: '12个月', computed: { text: '9个月', met: false } })
    expect(Number(indicator.proposedScore)).toBeCloseTo(Number(indicator.weight) * 0.75, 2)
  })

  test('says so when there was nothing to measure, and keeps what was reported', async () => {
    const { indicator } = await link(inPercent, { measure: 'sample.nothing', params: {} })
    expect(indicator).toMatchObject({
      mark: 'printed',
      proposedScore: null,
      computed: { value: null, text: '', met: null },
    })
    expect(indicator.explanation).toContain('沿用自报值')
  })

  test('can be taken away', async () => {
    await link(inPercent, share)
    const { indicator } = await link(inPercent, null)
    expect(indicator).toMatchObject({ link: null, computed: null, mark: 'printed' })
    expect(await indicatorFacts(director, inPercent, { offset: 0, limit: 10 })).toEqual({ items: [], total: 0 })
    expect((await eventsOf(inPercent)).at(-1)).toMatchObject({
      kind: 'appraisal.unlinked',
      data: { measure: 'sample.share' },
    })
  })

  test.each([
    ['a measure nobody has', { measure: 'sample.other', params: {} }, 'indicator.unknownMeasure'],
    ['parameters that are wrong', { measure: 'sample.share', params: { year: 'soon' } }, 'indicator.badParams'],
    ['a threshold that is none', { ...share, params: { year: 2023, meets: { op: '?' } } }, 'indicator.badParams'],
  ])('refuses %s', async (_, to, key) => {
    await expect(link(inPercent, to)).rejects.toMatchObject({ key })
  })

  test('refuses a row that has moved on, and an indicator that is not there', async () => {
    const stale = { rev: (await revOf(inPercent)) - 1, link: share }
    await expect(linkIndicator(director, inPercent, stale)).rejects.toMatchObject({ key: 'indicator.moved' })
    await expect(linkIndicator(director, unknown, { rev: 0, link: share })).rejects.toMatchObject({
      key: 'platform.notFound',
    })
  })

  test('of two people at once, one is told', async () => {
    const rev = await revOf(inPercent)
    const both = await Promise.allSettled([1, 2].map(() => linkIndicator(director, inPercent, { rev, link: share })))
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ key: 'indicator.moved' })
  })
})

describe('computing again', () => {
  test('shows the new value and its facts; the old value stays on record, its facts are let go', async () => {
    await link(inWords, share)
    readings.share = new Decimal('0.5')
    readings.facts = 3
    const { indicator } = await computeIndicator(director, inWords)
    expect(indicator).toMatchObject({ computed: { text: '50.00%', met: false, factCount: 3 }, proposedScore: '2.78' })
    const kept = await test_.rows<{ text: string; facts: number }>(
      `select c.text, (select count(*) from appraisal.fact f where f.computation_id = c.id) as facts
       from appraisal.computation c where c.indicator_id = '${inWords}' order by c.at desc, c.id desc limit 2`,
    )
    expect(kept).toEqual([
      { text: '50.00%', facts: 3 },
      { text: '97.35%', facts: 0 },
    ])
    expect((await eventsOf(inWords)).at(-1)).toMatchObject({ kind: 'appraisal.computed', data: { text: '50.00%' } })
  })

  test('needs a link', async () => {
    await link(inPercent, null)
    await expect(computeIndicator(director, inPercent)).rejects.toMatchObject({ key: 'indicator.unknownMeasure' })
    await expect(computeIndicator(director, unknown)).rejects.toMatchObject({ key: 'platform.notFound' })
  })
})

describe('facts', () => {
  test('come page by page, each with its page in the console', async () => {
    await link(inWords, share)
    const first = await indicatorFacts(director, inWords, { offset: 0, limit: 20 })
    const last = await indicatorFacts(director, inWords, { offset: 40, limit: 20 })
    expect([first.total, first.items.length, last.items.length]).toEqual([45, 20, 5])
    expect(last.items[4]).toEqual({
      kind: 'story',
      id: '44',
      label: '稿件 44',
      at: '2023-01-02T20:00:00.000Z',
      href: '/stories/44',
      note: '发布',
    })
  })
})

describe('history', () => {
  test('is month by month where the measure knows months, up to today', async () => {
    await link(inMonths, { measure: 'sample.months', params: { year: 2023 } })
    const { points } = await indicatorHistory(director, inMonths)
    expect([points[0]?.period, points.at(-1)?.period, points.length]).toEqual(['2022-01', '2023-03', 15])
    expect(points.every((point) => point.value === '1')).toBe(true)
  })
  test('is year by year otherwise', async () => {
    await link(inWords, share)
    const { points } = await indicatorHistory(director, inWords)
    expect(points).toMatchObject([
      { period: '2021', value: '0.95345' },
      { period: '2022', value: '0.96345' },
      { period: '2023', value: '0.97345', coverage: 0.5 },
    ])
  })
  test('is empty without a link', async () => {
    await link(inPercent, null)
    expect(await indicatorHistory(director, inPercent)).toEqual({ points: [] })
  })
})

describe('a typed value', () => {
  const pdf = { bytes: Buffer.from('%PDF-1.4 proof'), name: '台账.pdf' }
  const typed = (file: { url: string; name: string }) => ({
    value: '12个月',
    reason: '按台账逐月核对',
    fileUrl: file.url,
    fileName: file.name,
  })

  test('needs person, reason and file; it stands before the computed one and can be taken back', async () => {
    await link(inMonths, { measure: 'sample.months', params: { year: 2023 } })
    const file = await uploadEvidence(director, pdf)
    const { indicator } = await fillIndicator(director, inMonths, { rev: await revOf(inMonths), typed: typed(file) })
    expect(indicator).toMatchObject({
      mark: 'typed',
      computed: { text: '9个月' },
      typed: { value: '12个月', by: { name: '李主任' }, fileName: '台账.pdf' },
    })
    expect(Number(indicator.proposedScore)).toBe(Number(indicator.weight))
    expect((await eventsOf(inMonths)).at(-1)).toMatchObject({ kind: 'appraisal.typed', data: { value: '12个月' } })
    const back = await fillIndicator(director, inMonths, { rev: indicator.rev, typed: null })
    expect(back.indicator).toMatchObject({ mark: 'computed', typed: null })
    expect((await eventsOf(inMonths)).at(-1)).toMatchObject({ kind: 'appraisal.untyped', data: { value: '12个月' } })
  })

  test('is refused without a file that is here, on a row that has moved on, and where there is no row', async () => {
    const rev = await revOf(inPercent)
    const missing = typed({ url: `/files/${'0'.repeat(64)}.pdf`, name: 'x.pdf' })
    await expect(fillIndicator(director, inPercent, { rev, typed: missing })).rejects.toMatchObject({
      key: 'indicator.evidenceNeeded',
    })
    const file = await uploadEvidence(director, pdf)
    await expect(fillIndicator(director, inPercent, { rev: rev + 1, typed: typed(file) })).rejects.toMatchObject({
      key: 'indicator.moved',
    })
    await expect(fillIndicator(director, unknown, { rev, typed: null })).rejects.toMatchObject({
      key: 'platform.notFound',
    })
    const program = { bytes: Buffer.from('7f454c4602010100', 'hex'), name: 'a.pdf' }
    await expect(uploadEvidence(director, program)).rejects.toMatchObject({ key: 'platform.unsupportedFile' })
  })
})

describe('the registry', () => {
  test('is listed with what a screen needs', () => {
    const { items } = listMeasures(director)
    expect(items[0]).toMatchObject({ name: 'sample.share', title: '样例占比', unit: '%', module: 'sample' })
    expect(items[1]?.params.map((param) => param.name)).toEqual(['year', 'month'])
  })
  test('can be tried, and nothing is kept', async () => {
    const count = () => test_.rows('select count(*) from appraisal.computation')
    const before = await count()
    expect(await previewMeasure(auditor, share)).toMatchObject({ text: '97.35%', met: null, factCount: 45 })
    expect(await count()).toEqual(before)
    await expect(previewMeasure(director, { measure: 'x', params: {} })).rejects.toMatchObject({
      key: 'indicator.unknownMeasure',
    })
    await expect(previewMeasure(director, { measure: 'sample.share', params: {} })).rejects.toMatchObject({
      key: 'indicator.badParams',
    })
  })
})

describe('who may', () => {
  test('the auditor reads everything and changes nothing', async () => {
    expect((await getIndicator(auditor, inWords)).indicator.id).toBe(inWords)
    const rev = await revOf(inWords)
    const tries = [
      () => linkIndicator(auditor, inWords, { rev, link: share }),
      () => computeIndicator(auditor, inWords),
      () => fillIndicator(auditor, inWords, { rev, typed: null }),
      () => uploadEvidence(auditor, { bytes: Buffer.from('%PDF-'), name: 'a.pdf' }),
    ]
    for (const one of tries) await expect(one()).rejects.toMatchObject({ key: 'ability.readOnly' })
  })
  test('a reporter sees none of it', async () => {
    const reporter = withMeasures(await test_.as('周记者', 'reporter'))
    const tries = [
      () => getIndicator(reporter, inWords),
      () => indicatorFacts(reporter, inWords, { offset: 0, limit: 1 }),
      () => indicatorHistory(reporter, inWords),
      () => previewMeasure(reporter, share),
      async () => listMeasures(reporter),
    ]
    for (const one of tries) await expect(one()).rejects.toMatchObject({ key: 'ability.missing' })
  })
})
