import { type Form, readDocx, readXlsx } from '@rongmei/appraisal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { writeSetting } from '../../platform/settings.ts'
import { PASSWORD, testWorld } from '../../testing/world.ts'
import { GOLDEN, importGolden, indicatorAt, withMeasures } from './appraisal.fixture.ts'
import { exportProject, exportYear } from './export.service.ts'
import { linkIndicator } from './indicator.service.ts'
import { getProject, listProjects } from './project.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
let director: Ctx
let auditor: Ctx
beforeAll(async () => {
  director = withMeasures(await test_.as('李主任', 'director'))
  auditor = withMeasures(await test_.as('赵审计', 'auditor'))
})
const unknown = '018c0000-0000-7000-8000-000000000001'

describe('the year', () => {
  test('is empty before anything is imported', async () => {
    expect(await listProjects(director, undefined)).toEqual({ items: [], years: [], can: { import: true } })
  })

  test('shows money, both rates, sums and findings of the ten projects', async () => {
    await importGolden(director)
    const { items } = await listProjects(auditor, 2023)
    expect(items.map((row) => row.scoreSum)).toEqual([
      '98.00',
      '98.00',
      '97.00',
      '98.00',
      '98.00',
      '90.50',
      '97.00',
      '95.00',
      '97.00',
      '98.00',
    ])
    expect(
      items.every((row) => row.weightSum === '100.00' && row.grade === '优' && row.executionRate === '1.000000'),
    ).toBe(true)
    expect(items[0]).toMatchObject({
      initialFen: '114500000',
      executedFen: '55278925',
      initialRate: '0.482785',
      linked: 0,
    })
    const initial = items.reduce((sum, row) => sum + BigInt(row.initialFen ?? 0), 0n)
    expect(initial).toBe(5_288_920_000n)
    expect(items.reduce((sum, row) => sum + row.indicators, 0)).toBe(156)
    expect(items.reduce((sum, row) => sum + row.findings.error, 0)).toBeGreaterThanOrEqual(28)
    expect((await listProjects(director, 2022)).items).toEqual([])
  })
})

describe('a form', () => {
  test('keeps every printed cell and says what one may do with it', async () => {
    const [row] = (await listProjects(auditor, 2023)).items
    const form = await getProject(auditor, row?.id ?? '')
    expect(form).toMatchObject({
      title: '财政项目支出绩效自评表',
      ruleSet: { id: 'cn-2020-10' },
      executionScore: '10.00',
      can: { link: { ok: false, why: 'ability.readOnly' }, fill: { ok: false }, export: { ok: true } },
    })
    expect(form.budget.map((line) => line.yearStart.raw)).toEqual(['1145000.00', '1145000', '0', '0'])
    expect(form.budget[2]?.executed).toEqual({ raw: '', fen: null })
    expect(form.goals.expected).toContain('有效利用AI智能技术')
    expect(form.rows.map((one) => one.seq)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
  })
  test('marks labels that were inferred', async () => {
    const six = (await listProjects(director, 2023)).items[5]
    const form = await getProject(director, six?.id ?? '')
    expect(form.rows.filter((one) => one.mark === 'inferred').length).toBeGreaterThanOrEqual(9)
    expect(form.rows.find((one) => one.mark === 'inferred')?.warnings.join()).toContain('推断')
  })
  test('is refused when it is not there, or not for this person', async () => {
    await expect(getProject(director, unknown)).rejects.toMatchObject({ key: 'platform.notFound' })
    const reporter = await test_.as('周记者', 'reporter')
    await expect(getProject(reporter, unknown)).rejects.toMatchObject({ key: 'ability.missing' })
    await expect(listProjects(reporter, 2023)).rejects.toMatchObject({ key: 'ability.missing' })
  })
})

describe('export', () => {
  const read = async (bytes: Uint8Array, to: 'docx' | 'xlsx'): Promise<Form[]> =>
    (await (to === 'docx' ? readDocx(bytes) : readXlsx(bytes))).projects

  test.each(['docx', 'xlsx'] as const)('.%s carries printed or computed values', async (to) => {
    const id = await indicatorAt(test_, 1, 1)
    const rev =
      (await test_.rows<{ rev: number }>(`select rev from appraisal.indicator where id = '${id}'`))[0]?.rev ?? 0
    const linked = await linkIndicator(director, id, { rev, link: { measure: 'sample.share', params: { year: 2023 } } })
    const printed = await exportProject(auditor, linked.project.id, { to, values: 'printed' })
    const computed = await exportProject(auditor, linked.project.id, { to, values: 'computed' })
    expect(computed.name).toBe(`项目支出绩效自评表-2023-设施设备升级改造.${to}`)
    const [before] = await read(printed.bytes, to)
    const [after] = await read(computed.bytes, to)
    expect(before?.indicators[0]).toMatchObject({ actual: '>=95%', score: 5 })
    expect(after?.indicators[0]).toMatchObject({ actual: '97.35%', score: 5 })
    expect(after?.indicators.slice(1)).toMatchObject(
      (before?.indicators ?? []).slice(1).map(({ l3, actual, score }) => ({ l3, actual, score })),
    )
    expect(after?.statedTotal).toBe('98.00')
  })

  test('the demo says 演示数据 on every export, and an export is on record', async () => {
    await test_.system.tx((t) => writeSetting(t, 'demo', true))
    const { bytes } = await exportYear(auditor, 2023, { to: 'docx', values: 'printed' })
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(value.match(/演示数据/g)).toHaveLength(10)
    const [last] = await test_.rows<{ subject: string; data: object }>(
      `select subject, data from platform.event where kind = 'appraisal.exported' order by seq desc limit 1`,
    )
    expect(last).toEqual({ subject: 'year:2023', data: { to: 'docx', values: 'printed', forms: 10 } })
  })

  test('is refused when there is nothing, or not for this person', async () => {
    const choice = { to: 'docx', values: 'printed' } as const
    await expect(exportYear(director, 2020, choice)).rejects.toMatchObject({ key: 'platform.notFound' })
    await expect(exportProject(director, unknown, choice)).rejects.toMatchObject({ key: 'platform.notFound' })
    const reporter = await test_.as('周记者', 'reporter')
    await expect(exportYear(reporter, 2023, choice)).rejects.toMatchObject({ key: 'ability.missing' })
  })
})

describe('over HTTP', () => {
  test('every reply keeps the promise of the contract', async () => {
    const app = await test_.http()
    const signed = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: '李主任', password: PASSWORD },
    })
    const cookie = String(signed.headers['set-cookie']).split(';')[0] ?? ''
    const headers = { cookie, 'x-requested-with': 'rongmei' }
    const list = await app.inject({ url: '/api/appraisal/projects?year=2023', headers })
    const [project] = list.json<{ items: { id: string }[] }>().items
    const form = await app.inject({ url: `/api/appraisal/projects/${project?.id}`, headers })
    const [indicator] = form.json<{ rows: { id: string }[] }>().rows
    const urls = [
      `indicators/${indicator?.id}`,
      `indicators/${indicator?.id}/facts?limit=5`,
      `indicators/${indicator?.id}/history`,
      'measures',
      'years/2023/forms?to=xlsx',
      `projects/${project?.id}/form?to=docx`,
    ]
    for (const url of urls) {
      const reply = await app.inject({ url: `/api/appraisal/${url}`, headers })
      expect([url, reply.statusCode]).toEqual([url, 200])
    }
    const payload = new FormData()
    payload.append('file', new Blob([GOLDEN.bytes]), GOLDEN.name)
    const preview = await app.inject({ method: 'POST', url: '/api/appraisal/imports', headers, payload })
    expect(preview.json<{ forms: { exists: boolean }[] }>().forms.every((one) => one.exists)).toBe(true)
    const nobody = await app.inject({ url: '/api/appraisal/projects' })
    expect(nobody.json()).toMatchObject({ error: { key: 'session.required' } })
  })
})
