import { type Form, readBytes } from '@rongmei/appraisal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { importGolden, indicatorAt, withMeasures } from './appraisal.fixture.ts'
import { exportProject } from './export.service.ts'
import { freezeValues } from './freeze.service.ts'
import { fillIndicator, getIndicator, uploadEvidence } from './indicator.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
let director: Ctx
let project = ''
beforeAll(async () => {
  director = withMeasures(await test_.as('李主任', 'director'))
  await importGolden(director)
  const id = await indicatorAt(test_, 1, 1)
  const file = await uploadEvidence(director, { bytes: Buffer.from('%PDF-1.4 proof'), name: '台账.pdf' })
  const typed = { value: '97%', reason: '按台账核对', fileUrl: file.url, fileName: file.name }
  project = (await fillIndicator(director, id, { rev: 0, typed })).project.id
  await director.tx((t) => freezeValues(t, project))
  await fillIndicator(director, id, { rev: (await getIndicator(director, id)).indicator.rev, typed: null })
})

const firstOf = async (bytes: Uint8Array): Promise<Form['indicators'][number] | undefined> =>
  (await readBytes(bytes)).projects[0]?.indicators[0]

describe('every kind of file', () => {
  test.each(['docx', 'xlsx', 'pdf', 'json'] as const)('%s comes back as it went', async (to) => {
    const { bytes, name } = await exportProject(director, project, { to, values: 'printed' })
    expect(name).toMatch(new RegExp(`[.]${to}$`))
    expect(await firstOf(bytes)).toMatchObject({ l3: '项目完成率', target: '>=95%', actual: '>=95%' })
  })
  test('csv is two tables, indicators and money', async () => {
    const text = async (to: 'csv' | 'budgetCsv') =>
      Buffer.from((await exportProject(director, project, { to, values: 'printed' })).bytes).toString()
    expect(await text('csv')).toContain('项目完成率')
    expect(await text('budgetCsv')).toContain('1145000.00')
    expect((await exportProject(director, project, { to: 'budgetCsv', values: 'printed' })).name).toContain('-资金.csv')
  })
})

describe('which values', () => {
  test('frozen are those handed in, though the typed one was taken back since', async () => {
    const { bytes } = await exportProject(director, project, { to: 'docx', values: 'frozen' })
    expect((await firstOf(bytes))?.actual).toBe('97%')
    const now = await exportProject(director, project, { to: 'docx', values: 'computed' })
    expect((await firstOf(now.bytes))?.actual).toBe('>=95%')
  })
  test('a typed one is marked 手填 on the working copy', async () => {
    const id = await indicatorAt(test_, 1, 1)
    const file = await uploadEvidence(director, { bytes: Buffer.from('%PDF-1.4 proof'), name: '台账.pdf' })
    const { rev } = (await getIndicator(director, id)).indicator
    await fillIndicator(director, id, {
      rev,
      typed: { value: '96%', reason: '按台账核对', fileUrl: file.url, fileName: file.name },
    })
    const { bytes } = await exportProject(director, project, { to: 'xlsx', values: 'computed' })
    expect((await firstOf(bytes))?.actual).toBe('96%（手填）')
  })
})
