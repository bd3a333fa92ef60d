import type { AssessmentInput, ProjectAct, TargetInput } from '@rongmei/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { GOLDEN } from './appraisal.fixture.ts'
import { getCycle, moveProject } from './cycle.service.ts'
import { finishImport, startImport } from './import.service.ts'
import { listProjects } from './project.service.ts'
import { assessProject, declareProject, getTarget, saveTarget } from './target.service.ts'
import { compareForms, listVersions } from './version.service.ts'

const test = await testWorld()
afterAll(() => test.close())
let owner: Ctx
let finance: Ctx
let director: Ctx
let reviewer: Ctx
let auditor: Ctx

beforeAll(async () => {
  owner = await test.as('周以宁', 'departmentReviewer')
  finance = await test.as('钱会计', 'finance')
  director = await test.as('沈主任', 'director')
  reviewer = await test.as('吴思远', 'chiefReviewer')
  auditor = await test.as('冯审计', 'auditor')
  const preview = await startImport(director, GOLDEN)
  await finishImport(director, preview.id, { names: preview.forms.map((form) => form.name), replace: false })
})

const judged = { score: 18, opinion: '论证充分' }
const ASSESSED: AssessmentInput = {
  dimensions: { necessity: judged, economy: judged, goals: judged, feasibility: judged, funding: judged },
  conclusion: 'support',
}
const rows = (weight: string): TargetInput['rows'] => [
  { id: null, l1: '产出指标', l2: '数量指标', l3: '发布稿件', target: '>=300篇', weight: '50' },
  { id: null, l1: '效益指标', l2: '社会效益指标', l3: '阅读人次', target: '>=1000人次', weight: '30' },
  { id: null, l1: '满意度指标', l2: '服务对象满意度指标', l3: '读者满意度', target: '>=90%', weight },
]
const input = (rev: number, weight = '10'): TargetInput => ({
  rev,
  dept: '区委宣传部',
  unit: '区融媒体中心',
  goal: '发布稿件 300 篇，阅读 1000 人次，读者满意度 90%。',
  initial: { appropriation: '100000000', carryOver: '0', other: '0' },
  rows: rows(weight),
})

async function move(ctx: Ctx, id: string, act: ProjectAct, more: { opinion?: string; overrideReason?: string } = {}) {
  const { rev, hash } = await getCycle(ctx, id)
  return moveProject(ctx, id, { act, rev, hash, opinion: '', overrideReason: null, ...more })
}

describe('targets', () => {
  let id: string

  it('of a new project are declared, assessed, submitted, checked and approved by three people', async () => {
    id = (await declareProject(owner, { year: 2024, name: '新栏目', copyFrom: null })).projectId
    await saveTarget(owner, id, input((await getCycle(owner, id)).rev))
    await expect(move(owner, id, 'submitTarget')).rejects.toMatchObject({ key: 'project.assessmentNeeded' })
    await assessProject(owner, id, { ...ASSESSED, rev: (await getCycle(owner, id)).rev })
    const submitted = await move(owner, id, 'submitTarget', { overrideReason: '样例项目' })
    expect(submitted).toMatchObject({ state: 'targetSubmitted', next: 'checkTarget', owner: { name: '周以宁' } })
    expect((await move(finance, id, 'checkTarget')).state).toBe('targetReviewed')
    expect((await move(director, id, 'approveTarget')).state).toBe('executing')
    const { signatures } = await getCycle(auditor, id)
    expect(signatures.map((one) => [one.act, one.by.name, one.valid])).toEqual(
      expect.arrayContaining([
        ['submitTarget', '周以宁', true],
        ['checkTarget', '钱会计', true],
        ['approveTarget', '沈主任', true],
      ]),
    )
  })

  it('refuse who may not, who submitted, who comes too early, and changes after approval', async () => {
    await expect(saveTarget(owner, id, input(0))).rejects.toMatchObject({ key: 'project.notEditable' })
    await expect(move(owner, id, 'startEvaluation')).rejects.toMatchObject({ key: 'project.tooEarly' })
    await expect(move(finance, id, 'checkTarget')).rejects.toMatchObject({ key: 'project.wrongState' })
    await expect(declareProject(auditor, { year: 2024, name: '甲', copyFrom: null })).rejects.toMatchObject({
      key: 'ability.readOnly',
    })
    await expect(declareProject(finance, { year: 2024, name: '甲', copyFrom: null })).rejects.toMatchObject({
      key: 'ability.missing',
    })
    await expect(declareProject(owner, { year: 2024, name: '新栏目', copyFrom: null })).rejects.toMatchObject({
      key: 'project.exists',
    })
    await expect(move(reviewer, id, 'adjustTarget', { opinion: '改' })).rejects.toMatchObject({
      key: 'ability.missing',
    })
    await expect(move(owner, id, 'adjustTarget')).rejects.toMatchObject({ key: 'project.opinionNeeded' })
  })

  it('go back with a reason, and the signatures of the phase end', async () => {
    const again = await move(owner, id, 'adjustTarget', { opinion: '年中调整目标' })
    expect(again.state).toBe('drafting')
    expect(again.signatures.filter((one) => one.act !== 'adjustTarget').every((one) => !one.valid)).toBe(true)
    await saveTarget(owner, id, input(again.rev))
    await move(owner, id, 'submitTarget', { overrideReason: '样例项目' })
    const returned = await move(finance, id, 'return', { opinion: '指标值偏低' })
    expect(returned.state).toBe('drafting')
    await move(owner, id, 'submitTarget', { overrideReason: '样例项目' })
    expect((await move(owner, id, 'recall')).state).toBe('drafting')
  })

  it('a stale revision, an unread form and a form of two hands are refused', async () => {
    const { rev, hash } = await getCycle(owner, id)
    const act = { act: 'submitTarget', opinion: '', overrideReason: '样例项目' } as const
    await expect(moveProject(owner, id, { ...act, rev: rev - 1, hash })).rejects.toMatchObject({ key: 'project.moved' })
    await expect(moveProject(owner, id, { ...act, rev, hash: '0' })).rejects.toMatchObject({
      key: 'project.contentMoved',
    })
    await expect(saveTarget(owner, id, input(rev - 1))).rejects.toMatchObject({ key: 'project.moved' })
    await saveTarget(owner, id, input(rev, '5'))
    expect((await getTarget(owner, id)).weightSum).toBe('95.00')
    await expect(move(owner, id, 'submitTarget')).rejects.toMatchObject({ key: 'project.openFindings' })
  })

  it('two people at once: one signs, the other is told', async () => {
    await move(owner, id, 'submitTarget', { overrideReason: '样例项目' })
    const second = await test.as('金会计', 'finance')
    const done = await Promise.allSettled([move(finance, id, 'checkTarget'), move(second, id, 'checkTarget')])
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { key: expect.stringMatching(/project\.(wrongState|moved)/) },
    })
  })

  it('keep every signed version, and any two compare cell by cell', async () => {
    const { items } = await listVersions(auditor, id)
    expect(items.length).toBeGreaterThanOrEqual(2)
    const [newest, oldest] = [items[0]?.no ?? 0, items.at(-1)?.no ?? 0]
    const compared = await compareForms(auditor, { projectId: id, version: oldest }, { projectId: id, version: newest })
    expect(compared.differences).toContainEqual(
      expect.objectContaining({ name: '读者满意度', before: '10', after: '5' }),
    )
  })
})

describe('a self-evaluation', () => {
  it('copied from last year needs no assessment, and is not handed in with gaps', async () => {
    const { items } = await listProjects(director, 2023)
    const source = items[0]?.id ?? ''
    const { projectId: id } = await declareProject(owner, { year: 2024, name: items[0]?.name ?? '', copyFrom: source })
    await move(owner, id, 'submitTarget', { overrideReason: '沿用上年目标' })
    await move(finance, id, 'checkTarget')
    await move(director, id, 'approveTarget')
    test.clock.set(Date.parse('2024-12-02T01:00:00Z'))
    expect((await move(owner, id, 'startEvaluation')).state).toBe('selfEvaluating')
    await expect(move(owner, id, 'submitEvaluation')).rejects.toMatchObject({ key: 'project.gaps' })
    expect((await getCycle(owner, id)).state).toBe('selfEvaluating')
  })
})
