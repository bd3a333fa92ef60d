import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { GOLDEN, importGolden, indicatorAt, withMeasures } from './appraisal.fixture.ts'
import { exportYear } from './export.service.ts'
import { finishImport, startImport } from './import.service.ts'
import { getIndicator, linkIndicator } from './indicator.service.ts'
import { getProject, listProjects } from './project.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
const HOUR = 3_600_000
/** A small form: project 甲, one indicator. */
const GB_18030 = [
  'ssbV/s/uxL/Wp7P2vKjQp9fUxsCx7QooMjAyMyDE6rbIKQrP7sS/w/uzxgm81wrW97ncsr/DxQnS0gnKtcqptaXOuwmx+wrSu7y2',
  '1rix6gm2/ry21rix6gnI/by21rix6gnE6rbI1rix6ta1Ccq1vMrN6rPJ1rUJt9bWtQm1w7fWCcarsu7UrdLyt9bO9rywuMS9+LTr',
  'yqkKsvqz9ta4seoJyv3Bv9a4seoJtM7K/Qk9NAk9NAkxMDAJMTAwCQrX3LfWCQkJCQkxMDAJMTAwCQo=',
].join('')
let finance: Ctx
let director: Ctx
beforeAll(async () => {
  finance = withMeasures(await test_.as('钱会计', 'finance'))
  director = withMeasures(await test_.as('李主任', 'director'))
})

const upload = (text: string | Uint8Array, name = 'a.txt') => ({ bytes: Buffer.from(text as string), name })
const counts = () =>
  test_.rows<{ projects: number; rows: number; imports: number }>(`select
    (select count(*) from appraisal.project) projects, (select count(*) from appraisal.indicator) "rows",
    (select count(*) from appraisal.import) imports`)

describe('reading a file', () => {
  test('shows the ten forms with their findings and writes nothing', async () => {
    const preview = await startImport(finance, GOLDEN)
    expect(preview.forms).toHaveLength(10)
    expect(preview.forms.map((form) => form.indicators)).toEqual([17, 10, 14, 18, 11, 37, 9, 13, 15, 12])
    expect(preview.forms.every((form) => form.year === 2023 && form.kind === '自评表' && !form.exists)).toBe(true)
    const [first] = preview.forms
    expect(first).toMatchObject({ name: '设施设备升级改造', statedTotal: '98.00' })
    expect(first?.rows[0]).toMatchObject({ l3: '项目完成率', target: '>=95%', weight: '5', confidence: 1 })
    const unsure = preview.forms.flatMap((form) => form.rows.filter((row) => row.confidence < 0.9))
    expect(unsure).toHaveLength(preview.forms.reduce((sum, form) => sum + form.lowConfidence, 0))
    expect(unsure.length).toBeGreaterThan(0)
    expect(preview.forms.flatMap((form) => form.lint).filter((one) => one.code === 'actual-copied')).toHaveLength(152)
    expect(await counts()).toEqual([{ projects: 0, rows: 0, imports: 1 }])
  })

  test.each([
    ['no form at all', upload('今天天气很好'), 'form.unreadable'],
    ['a picture', upload(Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.docx'), 'platform.unsupportedFile'],
    ['an old Word file cut off', upload(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc'), 'form.unreadable'],
    ['a broken zip', upload(Buffer.from('504b030414000000', 'hex'), 'a.xlsx'), 'form.unreadable'],
    ['bytes that are no text', upload(Buffer.from([0, 1, 2, 0xff, 0xfe]), 'a.txt'), 'form.unreadable'],
    ['a line of 10 million cells', upload('甲\t'.repeat(10_000_000)), 'form.tooLarge'],
  ])('refuses %s', async (_, file, key) => {
    await expect(startImport(finance, file)).rejects.toMatchObject({ key })
  })

  test('takes text in GB 18030, as Chinese offices still save it', async () => {
    const preview = await startImport(finance, { bytes: Buffer.from(GB_18030, 'base64'), name: 'a.txt' })
    expect(preview.forms).toMatchObject([{ name: '甲', year: 2023, indicators: 1 }])
  })

  test('keeps two forms of one name apart', async () => {
    const form = new TextDecoder('gb18030').decode(Buffer.from(GB_18030, 'base64'))
    const preview = await startImport(finance, upload(`${form}\n\n${form}`))
    expect(preview.forms.map((one) => one.name)).toEqual(['甲', '甲（第 2 张）'])
    expect(preview.warnings.join()).toContain('多张「甲」')
  })
})

describe('importing', () => {
  test('writes the chosen forms, once, and says so in the audit trail', async () => {
    const preview = await startImport(finance, GOLDEN)
    const choice = { names: ['设备购置', '设施设备升级改造'], replace: false }
    expect(await finishImport(finance, preview.id, choice)).toEqual({ imported: 2, year: 2023 })
    const { items, years } = await listProjects(finance, undefined)
    expect(years).toEqual([2023])
    expect(items.map((row) => [row.no, row.name, row.scoreSum, row.indicators])).toEqual([
      [1, '设施设备升级改造', '98.00', 17],
      [2, '设备购置', '98.00', 10],
    ])
    await expect(finishImport(finance, preview.id, choice)).rejects.toMatchObject({ key: 'form.importGone' })
    const events = await test_.rows(
      `select subject, actor_name, data from platform.event where kind = 'appraisal.imported'`,
    )
    expect(events).toHaveLength(2)
    expect(events[0]).toMatchObject({ actor_name: '钱会计', data: { year: 2023, replaced: false } })
  })

  test('all or none: one project that exists stops the others', async () => {
    const before = await counts()
    const preview = await startImport(finance, GOLDEN)
    expect(preview.forms.filter((form) => form.exists).map((form) => form.name)).toEqual([
      '设施设备升级改造',
      '设备购置',
    ])
    const names = ['节目管理', '设备购置']
    await expect(finishImport(finance, preview.id, { names, replace: false })).rejects.toMatchObject({
      key: 'form.projectExists',
    })
    expect(await counts()).toEqual([{ ...before[0], imports: (before[0]?.imports ?? 0) + 1 }])
  })

  test('replacing keeps project, link and typed value, and takes the new words', async () => {
    const id = await indicatorAt(test_, 1, 1)
    const { project } = await linkIndicator(director, id, {
      rev: 0,
      link: { measure: 'sample.share', params: { year: 2023 } },
    })
    const changed = GOLDEN.bytes.toString().replace('项目完成率\t>=95%\t>=95%', '项目完成率\t>=95%\t96%')
    const preview = await startImport(finance, upload(changed))
    await finishImport(finance, preview.id, { names: ['设施设备升级改造'], replace: true })
    const now = await getIndicator(finance, id)
    expect(now.indicator).toMatchObject({ actual: '96%', rev: 2, mark: 'computed', link: { measure: 'sample.share' } })
    expect(now.project.id).toBe(project.id)
    expect((await getProject(finance, project.id)).rows).toHaveLength(17)
  })

  test('is gone after an hour, and for other people at once', async () => {
    const other = await test_.as('孙会计', 'finance')
    const choice = { names: ['节目管理'], replace: false }
    const preview = await startImport(finance, GOLDEN)
    await expect(finishImport(other, preview.id, choice)).rejects.toMatchObject({ key: 'form.importGone' })
    test_.clock.advance(HOUR)
    await expect(finishImport(finance, preview.id, choice)).rejects.toMatchObject({ key: 'form.importGone' })
    await startImport(finance, GOLDEN)
    expect((await counts())[0]?.imports).toBe(1)
  })

  test('refuses names that are not in the file', async () => {
    const preview = await startImport(finance, GOLDEN)
    const choice = { names: ['没有这个项目'], replace: false }
    await expect(finishImport(finance, preview.id, choice)).rejects.toMatchObject({ key: 'platform.invalid' })
  })

  test.each([
    ['reporter', 'ability.missing'],
    ['auditor', 'ability.readOnly'],
  ] as const)('is not for a %s', async (role, key) => {
    const ctx = await test_.as(`某${role}`, role)
    await expect(startImport(ctx, GOLDEN)).rejects.toMatchObject({ key })
    await expect(finishImport(ctx, ctx.newId(), { names: ['甲'], replace: true })).rejects.toMatchObject({ key })
  })

  test.each(['docx', 'xlsx'] as const)('reads back what it wrote as .%s', async (to) => {
    await importGolden(finance, { replace: true })
    const file = await exportYear(finance, 2023, { to, values: 'printed' })
    const preview = await startImport(finance, { bytes: file.bytes, name: '改名.bin' })
    expect(preview.forms.map((form) => [form.indicators, form.exists])).toEqual(
      [17, 10, 14, 18, 11, 37, 9, 13, 15, 12].map((rows) => [rows, true]),
    )
  })
})
