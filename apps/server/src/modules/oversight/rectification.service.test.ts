import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { importGolden } from '../appraisal/appraisal.fixture.ts'
import { actRectification, addRectification, listRectifications } from './rectification.service.ts'

const test = await testWorld()
let [projectId, owner, reviewer] = ['', undefined as unknown as Ctx, undefined as unknown as Ctx]
beforeAll(async () => {
  await importGolden(test.system)
  projectId = (await test.rows<{ id: string }>('select id from appraisal.project where no = 6'))[0]?.id ?? ''
  owner = await test.as('负责人', 'departmentReviewer')
  reviewer = await test.as('评价人', 'chiefReviewer')
})
afterAll(() => test.close())

const raise = (by: Ctx, more = {}) =>
  addRectification(by, {
    projectId,
    problem: '直播活动暂停，目标未调整',
    source: '部门评价',
    ownerId: owner.actor.id ?? '',
    dueOn: '2023-03-31',
    budgetImpact: '',
    ...more,
  })
const proof = { measures: '已重排直播计划', file: { url: '/files/0a', name: '计划.pdf' }, opinion: '' }
const hand = (by: Ctx, one: { id: string; rev: number }) =>
  actRectification(by, one.id, { ...proof, rev: one.rev, act: 'hand' })
const check = (by: Ctx, one: { id: string; rev: number }, act: 'accept' | 'reject', opinion = '') =>
  actRectification(by, one.id, { rev: one.rev, act, opinion, measures: '', file: null })

describe('a rectification', () => {
  it('is handed in by its owner, sent back with a reason, handed in again and accepted', async () => {
    const raised = await raise(reviewer)
    expect(raised).toMatchObject({ state: 'open', owner: { name: '负责人' }, overdue: false })
    const back = await check(reviewer, await hand(owner, raised), 'reject', '计划没有盖章')
    expect(back).toMatchObject({ state: 'open', opinion: '计划没有盖章' })
    const done = await check(reviewer, await hand(owner, back), 'accept')
    expect(done).toMatchObject({ state: 'closed', checker: { name: '评价人' }, can: { hand: { ok: false } } })
    const kinds = await test.rows<{ kind: string }>(
      `select kind from platform.event where subject = 'rectification:${raised.id}' order by id`,
    )
    expect(kinds.map((one) => one.kind)).toEqual(['oversight.raised', ...Array<string>(4).fill('oversight.rectified')])
  })

  it('is late once its day is over, and listed as mine', async () => {
    const raised = await raise(reviewer, { dueOn: '2023-02-28' })
    const { items } = await listRectifications(owner, { mine: true, state: 'open' })
    expect(items.find((one) => one.id === raised.id)).toMatchObject({ overdue: true, can: { hand: { ok: true } } })
    expect((await listRectifications(reviewer, { mine: true })).items).toEqual([])
  })
})

describe('is refused', () => {
  it.each([
    ['raising by a reporter', async () => raise(await test.as('记者')), 'ability.missing'],
    ['raising by the auditor', async () => raise(await test.as('审计', 'auditor')), 'ability.missing'],
    ['reading by a reporter', async () => listRectifications(await test.as('记者'), {}), 'ability.missing'],
    ['a project that is none', async () => raise(reviewer, { projectId: test.system.newId() }), 'platform.notFound'],
    ['handing in by another', async () => hand(reviewer, await raise(reviewer)), 'rectification.notOwner'],
    [
      'checking before it is handed in',
      async () => check(reviewer, await raise(reviewer), 'accept'),
      'rectification.wrongState',
    ],
    [
      'checking by the owner',
      async () => check(owner, await hand(owner, await raise(reviewer)), 'accept'),
      'ability.missing',
    ],
    [
      'a reviewer checking his own',
      async () => {
        const mine = await raise(reviewer, { ownerId: reviewer.actor.id ?? '' })
        return check(reviewer, await hand(reviewer, mine), 'accept')
      },
      'rectification.ownWork',
    ],
    [
      'sending back without a word',
      async () => check(reviewer, await hand(owner, await raise(reviewer)), 'reject'),
      'rectification.opinionNeeded',
    ],
    [
      'handing in without proof',
      async () => actRectification(owner, (await raise(reviewer)).id, { ...proof, file: null, rev: 0, act: 'hand' }),
      'rectification.evidenceNeeded',
    ],
    [
      'acting on what has moved on',
      async () => hand(owner, { id: (await raise(reviewer)).id, rev: 7 }),
      'rectification.moved',
    ],
  ])('%s', async (_, act, key) => {
    await expect(act()).rejects.toMatchObject({ key })
  })
})

it('measures what was put right in time', async () => {
  await test.rows('delete from oversight.rectification')
  await check(reviewer, await hand(owner, await raise(reviewer)), 'accept')
  await raise(reviewer, { dueOn: '2023-02-01' })
  const { value, working, facts } = await test.system.measures.compute(test.system, 'oversight.rectified-on-time', {
    year: 2023,
  })
  expect([value?.toString(), working, facts.length]).toEqual(['0.5', '按期完成 1 项 ÷ 到期 2 项', 2])
})
