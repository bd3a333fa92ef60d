import { Decimal } from '@rongmei/kit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { importGolden, indicatorAt, readings, withMeasures } from './appraisal.fixture.ts'
import { indicatorHistory, previewHistory, previewMeasure } from './computation.service.ts'
import { draftIndicatorDeviation, signDeviation } from './deviation.service.ts'
import { freezeValues } from './freeze.service.ts'
import { fillIndicator, getIndicator, indicatorFacts, linkIndicator } from './indicator.service.ts'
import { getProject } from './project.service.ts'
import { lastRecompute, recomputeNightly, runRecompute, startRecompute } from './recompute.service.ts'
import { saveRubric, submitGaps } from './rubric.service.ts'
import { calibrateIndicator, whatIfProject } from './whatif.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
let director: Ctx
let auditor: Ctx
let reporter: Ctx
let inWords = ''
let inMonths = ''
let project = ''
beforeAll(async () => {
  director = withMeasures(await test_.as('李主任', 'director'))
  auditor = withMeasures(await test_.as('赵审计', 'auditor'))
  reporter = withMeasures(await test_.as('周记者', 'reporter'))
  await importGolden(director)
  inWords = await indicatorAt(test_, 1, 5)
  inMonths = await indicatorAt(test_, 6, 7)
  project = (await getIndicator(director, inWords)).project.id
})
beforeEach(() => {
  test_.clock.advance(60_000)
  readings.share = new Decimal('0.97345')
  readings.facts = 45
})

const revOf = async (id: string) => (await getIndicator(director, id)).indicator.rev
const months = { measure: 'sample.months', params: { year: 2023 } }
const share = { measure: 'sample.share', params: { year: 2023 } }
const formula = (expression: string, operands: object, more: object = {}) => ({
  measure: 'formula',
  params: { expression, operands, ...more },
})
const link = async (id: string, to: { measure: string; params: Record<string, unknown> } | null) =>
  linkIndicator(director, id, { rev: await revOf(id), link: to })

describe('a formula of several measures', () => {
  test('prints its working with numbers, has the facts of all and the coverage of the least covered', async () => {
    const { indicator } = await link(inMonths, formula('a × b', { a: months, b: share }))
    expect(indicator.computed).toMatchObject({
      text: '8.76个月',
      coverage: 0.5,
      coverageNote: '半年',
      factCount: 45,
      met: false,
    })
    expect(indicator.computed?.working).toBe(
      'a × b = 9 × 97.35% = 8.76个月；a 样例月份 = 9个月（数一数）；b 样例占比 = 97.35%（甲 97 ÷ 乙 100）',
    )
    const { items } = await indicatorFacts(director, inMonths, { offset: 0, limit: 1 })
    expect(items[0]?.note).toBe('b：发布')
  })
  test('is printed as a share when asked to', async () => {
    const computed = await previewMeasure(auditor, formula('a ÷ 12', { a: share }, { percent: true, places: 1 }))
    expect(computed.text).toBe('8.1%')
  })
  test('has no value where an operand has none', async () => {
    const nothing = { measure: 'sample.nothing', params: {} }
    const computed = await previewMeasure(director, formula('a − b', { a: share, b: nothing }))
    expect(computed).toMatchObject({ value: null, text: '', coverage: 0 })
    expect(computed.working).toContain('b 没有可计算的记录')
  })
  test('over time moves the period of every operand', async () => {
    const asked = formula('a + a', { a: months })
    const { points } = await previewHistory(director, asked)
    expect([points.length, points[0]]).toEqual([15, { period: '2022-01', value: '2', coverage: 1 }])
    await link(inMonths, asked)
    expect(await indicatorHistory(director, inMonths)).toEqual({ points })
    const yearly = await previewHistory(director, formula('a − b', { a: share, b: share }))
    expect(yearly.points.map((point) => point.value)).toEqual(['0', '0', '0'])
  })
  test.each([
    ['a sign it does not know', formula('a ^ 2', { a: share }), 'indicator.badFormula'],
    ['units that do not add up', formula('a + b', { a: share, b: months }), 'indicator.badFormula'],
    ['an operand without a measure', formula('a + b', { a: share }), 'indicator.badFormula'],
    ['a formula without measures', formula('1 + 1', {}), 'indicator.badFormula'],
    ['a share of months', formula('a', { a: months }, { percent: true }), 'indicator.badFormula'],
    ['a measure nobody has', formula('a', { a: { measure: 'x', params: {} } }), 'indicator.unknownMeasure'],
    ['a formula within a formula', formula('a', { a: formula('b', {}) }), 'indicator.unknownMeasure'],
    ['parameters that are wrong', formula('a', { a: { measure: 'sample.share', params: {} } }), 'indicator.badParams'],
    ['operands past f', formula('a', { a: share, g: share }), 'indicator.badParams'],
  ])('refuses %s', async (_, to, key) => {
    await expect(link(inMonths, to)).rejects.toMatchObject({ key })
    await expect(previewMeasure(director, to)).rejects.toMatchObject({ key })
  })
  test('says when its unit does not fit the target', async () => {
    const { unitProblem } = await previewMeasure(director, { ...share, target: '12个月' })
    expect(unitProblem).toContain('两者不能比较')
    expect((await previewMeasure(director, { ...share, target: '>=95%' })).unitProblem).toBeNull()
  })
})

const rubric = {
  met: '审核发现全部有处理结果',
  partly: '审核发现八成以上有处理结果',
  unmet: '审核发现不足八成有处理结果',
  evidence: '审核处理记录',
}

describe('a rubric', () => {
  test('is missed in every qualitative row until it is written', async () => {
    const missing = (await submitGaps(director, project)).filter((one) => one.gap === 'rubric')
    expect(missing.map((one) => one.seq)).toContain(5)
    expect(missing.map((one) => one.seq)).not.toContain(1)
    const { indicator } = await saveRubric(director, inWords, { rev: await revOf(inWords), rubric })
    expect(indicator.rubric).toMatchObject({ ...rubric, by: { name: '李主任' } })
    const after = (await submitGaps(director, project)).filter((one) => one.gap === 'rubric')
    expect(after).toHaveLength(missing.length - 1)
    expect((await getProject(auditor, project)).gaps).toEqual(await submitGaps(auditor, project))
  })
  test('is for words only, for who may fill, and for the row as it was seen', async () => {
    const change = { rev: await revOf(inMonths), rubric }
    await expect(saveRubric(director, inMonths, change)).rejects.toMatchObject({ key: 'indicator.notQualitative' })
    const rev = await revOf(inWords)
    await expect(saveRubric(director, inWords, { rev: rev + 1, rubric })).rejects.toMatchObject({
      key: 'indicator.moved',
    })
    await expect(saveRubric(auditor, inWords, { rev, rubric })).rejects.toMatchObject({ key: 'ability.readOnly' })
    await expect(saveRubric(reporter, inWords, { rev, rubric })).rejects.toMatchObject({ key: 'ability.missing' })
  })
})

describe('frozen values', () => {
  test('keep their value and their facts, whatever is computed later', async () => {
    // The standard stands on the link: inside the transaction the sample measures are not in the registry.
    await link(inWords, { ...share, params: { year: 2023, meets: { op: '>=', value: 0.9 } } })
    await director.tx((t) => freezeValues(t, project))
    readings.share = new Decimal('0.5')
    readings.facts = 3
    const run = await startRecompute(director, project)
    await runRecompute(director, run.id)
    const { indicator } = await getIndicator(director, inWords)
    expect(indicator).toMatchObject({
      computed: { text: '50.00%', factCount: 3 },
      frozen: {
        actual: '97.35%',
        score: '5.00',
        mark: 'computed',
        coverage: 0.5,
        factCount: 45,
        by: { name: '李主任' },
      },
    })
    const page = { offset: 40, limit: 20 }
    expect((await indicatorFacts(director, inWords, { ...page, of: 'frozen' })).items).toHaveLength(5)
    expect((await indicatorFacts(director, inWords, page)).items).toHaveLength(0)
  })
  test('are those of the last freeze', async () => {
    test_.clock.advance(60_000)
    await director.tx((t) => freezeValues(t, project))
    expect((await getIndicator(director, inWords)).indicator.frozen).toMatchObject({ actual: '50.00%', factCount: 3 })
  })
})

describe('computing a whole form', () => {
  test('goes row by row in the background and names the rows that failed', async () => {
    const failing = await indicatorAt(test_, 1, 1)
    await link(failing, share)
    await test_.rows(`update appraisal.indicator set measure = 'sample.gone' where id = '${failing}'`)
    const run = await startRecompute(director, project)
    expect(run).toMatchObject({ total: 2, done: 0, finishedAt: null, by: { name: '李主任' } })
    expect((await startRecompute(director, project)).id).toBe(run.id)
    await runRecompute(director, run.id)
    expect((await lastRecompute(auditor, project)).run).toMatchObject({
      id: run.id,
      done: 2,
      failures: [{ seq: 1, message: '没有这个度量' }],
    })
    await link(failing, null)
  })
  test('is queued with the press of the button, and every night for what is open', async () => {
    test_.clock.advance(60_000)
    const { id } = await startRecompute(director, project)
    expect(await test_.world.jobs.drain(test_.system)).toBeGreaterThan(0)
    expect((await lastRecompute(director, project)).run).toMatchObject({ id, done: 1 })
    test_.clock.advance(60_000)
    await recomputeNightly(test_.system)
    expect((await lastRecompute(director, project)).run?.id).not.toBe(id)
    await test_.world.jobs.drain(test_.system)
    await test_.rows(`update appraisal.project set state = 'published' where id = '${project}'`)
    const last = (await lastRecompute(director, project)).run?.id
    test_.clock.advance(60_000)
    await recomputeNightly(test_.system)
    expect((await lastRecompute(director, project)).run?.id).toBe(last)
  })
  test('is for who may link', async () => {
    await expect(startRecompute(auditor, project)).rejects.toMatchObject({ key: 'ability.readOnly' })
    await expect(startRecompute(reporter, project)).rejects.toMatchObject({ key: 'ability.missing' })
    await expect(lastRecompute(reporter, project)).rejects.toMatchObject({ key: 'ability.missing' })
  })
})

describe('a deviation', () => {
  const meets = { op: '>=', value: 0.99 }
  const missed = { measure: 'sample.share', params: { year: 2023, meets } }
  beforeAll(async () => {
    await test_.rows(`update appraisal.project set state = 'concluded' where id = '${project}'`)
  })
  test('is drafted from facts, signed by a person, and fills the gap', async () => {
    await link(inWords, missed)
    const draft = await draftIndicatorDeviation(director, inWords, 'staff')
    expect(draft).toMatchObject({ cause: 'staff', loss: '1.01' })
    expect(draft.sentences.every((one) => one.facts.length > 0)).toBe(true)
    const { cause, sentences } = draft
    const change = { rev: await revOf(inWords), cause, sentences, draftedBy: 'template' as const }
    const seq = (gaps: { seq: number; gap: string }[]) =>
      gaps.filter((one) => one.gap === 'deviation').map((one) => one.seq)
    expect(seq(await submitGaps(director, project))).toContain(5)
    const { indicator } = await signDeviation(director, inWords, change)
    expect(indicator.signed).toMatchObject({ cause: 'staff', sentences, draftedBy: 'template', by: { name: '李主任' } })
    expect(seq(await submitGaps(director, project))).not.toContain(5)
    await expect(signDeviation(director, inWords, change)).rejects.toMatchObject({ key: 'indicator.moved' })
  })
  test('is refused where nothing is lost, where no fact supports it, and for facts that are not there', async () => {
    const rev = await revOf(inWords)
    const sentences = [{ text: '有人漏看了稿件。', facts: [999] }]
    const change = { rev, cause: 'staff' as const, sentences, draftedBy: 'person' as const }
    await expect(signDeviation(director, inWords, change)).rejects.toMatchObject({ key: 'indicator.badCitation' })
    await expect(signDeviation(auditor, inWords, change)).rejects.toMatchObject({ key: 'ability.readOnly' })
    await expect(draftIndicatorDeviation(reporter, inWords, undefined)).rejects.toMatchObject({
      key: 'ability.missing',
    })
    readings.facts = 0
    await link(inWords, missed)
    await expect(draftIndicatorDeviation(director, inWords, undefined)).rejects.toMatchObject({
      key: 'indicator.noFacts',
    })
    readings.facts = 45
    await link(inWords, { ...share, params: { year: 2023, meets: { op: '>=', value: 0.1 } } })
    await expect(draftIndicatorDeviation(director, inWords, undefined)).rejects.toMatchObject({
      key: 'indicator.noLoss',
    })
  })
})

describe('what if', () => {
  test('asks of the form: other rules, 年初, full marks', async () => {
    const asked = await whatIfProject(auditor, project)
    expect(asked.scenarios.find((one) => one.id === 'year-start')?.execution.points).toBe('4.83')
    expect(asked.scenarios.length).toBeGreaterThan(3)
    expect(asked.fullMarks.length).toBeGreaterThan(0)
    await expect(whatIfProject(reporter, project)).rejects.toMatchObject({ key: 'ability.missing' })
  })
  test('calibrates an indicator by its years', async () => {
    const { calibration } = await calibrateIndicator(auditor, inWords)
    expect(calibration).toMatchObject({ verdict: '数据不足', history: [{ year: 2023 }] })
    await expect(calibrateIndicator(reporter, inWords)).rejects.toMatchObject({ key: 'ability.missing' })
  })
})

describe('a form that was handed in', () => {
  test.each(['targetSubmitted', 'unitCheck', 'departmentReview', 'published'])(
    'in %s changes no value',
    async (state) => {
      await test_.rows(`update appraisal.project set state = '${state}' where id = '${project}'`)
      const rev = await revOf(inWords)
      const tries = [
        () => linkIndicator(director, inWords, { rev, link: share }),
        () => fillIndicator(director, inWords, { rev, typed: null }),
        () => saveRubric(director, inWords, { rev, rubric }),
        () => startRecompute(director, project),
      ]
      for (const one of tries) await expect(one()).rejects.toMatchObject({ key: 'project.notEditable' })
      expect((await getProject(director, project)).can).toMatchObject({
        link: { ok: false, why: 'project.notEditable' },
        fill: { ok: false, why: 'project.notEditable' },
      })
    },
  )
})
