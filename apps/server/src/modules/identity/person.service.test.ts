import type { Person, RoleKey } from '@rongmei/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { VISITOR } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { findEvents } from '../../platform/events.store.ts'
import { testWorld } from '../../testing/world.ts'
import { findPeople, personNames, unitNames, unitsOf } from './directory.service.ts'
import { addPerson, listPeople, resetPassword } from './person.service.ts'
import { changePerson } from './person-change.service.ts'
import { changeRole } from './role.service.ts'
import { changeUnit, listUnits } from './unit.service.ts'

const centre = await testWorld()
afterAll(() => centre.close())
const { system, world } = centre
const admin = await centre.as('管理员', 'administrator')
const refusal = (key: string) => expect.objectContaining({ key })
const NOWHERE = '00000000-0000-7000-8000-000000000000'
const ALL = { limit: 100 }

let no = 0
async function add(name: string, roles: RoleKey[] = ['reporter'], unitId: string | null = null): Promise<Person> {
  no += 1
  return (await addPerson(admin, { account: `p${no}`, name, unitId, roles, post: '' })).person
}
const names = async (ctx: Ctx, query: Partial<Parameters<typeof listPeople>[1]>) =>
  (await listPeople(ctx, { ...ALL, ...query })).items.map((person) => person.name)

describe('listing', () => {
  test('sorts as Chinese readers expect, page by page without gaps or repeats', async () => {
    const unit = await centre.unit('排序部')
    for (const name of ['周八', '陈一', '阿二', '张三', '张三', '李四']) await add(name, ['reporter'], unit)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listPeople(admin, { unit, limit: 2, cursor })
      expect(page.total).toBe(6)
      seen.push(...page.items.map((person) => person.name))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(['阿二', '陈一', '李四', '张三', '张三', '周八'])
  })

  test('finds by name, account, unit, role and state; signs of patterns are plain', async () => {
    const unit = await centre.unit('查找部')
    const one = await add('欧阳百分%', ['subEditor'], unit)
    const two = await add('欧阳下划_', ['reporter'], unit)
    await changePerson(admin, two.id, { rev: 0, state: 'locked' })
    expect(await names(admin, { q: '欧阳' })).toHaveLength(2)
    expect(await names(admin, { q: '%' })).toEqual(['欧阳百分%'])
    expect(await names(admin, { q: '_' })).toEqual(['欧阳下划_'])
    expect(await names(admin, { q: one.account.toUpperCase() })).toContain('欧阳百分%')
    expect(await names(admin, { unit, role: 'subEditor' })).toEqual(['欧阳百分%'])
    expect(await names(admin, { unit, state: 'locked' })).toEqual(['欧阳下划_'])
    expect(await names(admin, { unit, state: 'active' })).toEqual(['欧阳百分%'])
    expect(await names(admin, { unit, state: 'left' })).toEqual([])
  })

  test('says what the reader may do: an auditor looks, a reporter sees less', async () => {
    const person = await add('被看的人')
    const auditor = await listPeople(await centre.as('审计员', 'auditor'), { ...ALL, q: '被看的人' })
    expect(auditor.can.add).toBe(false)
    expect(auditor.items[0]?.can.edit).toEqual({ ok: false, why: 'ability.readOnly' })
    const reporter = await listPeople(await centre.as('记者'), { ...ALL, q: '被看的人' })
    expect(reporter.items[0]?.can.resetPassword).toEqual({ ok: false, why: 'ability.missing' })
    expect((await listPeople(admin, { ...ALL, q: '被看的人' })).items[0]?.can.edit).toEqual({ ok: true })
    await changePerson(admin, person.id, { rev: 0, state: 'left' })
    expect(await names(await centre.as('记者'), { q: '被看的人' })).toEqual([])
    expect(await names(await centre.as('审计员'), { q: '被看的人' })).toEqual(['被看的人'])
  })

  test('is refused without a session, with a temporary password, with a cursor that is none', async () => {
    await expect(listPeople(world.as(VISITOR), ALL)).rejects.toEqual(refusal('session.required'))
    const fresh = world.as({ ...admin.actor, abilities: new Set(), roles: [] })
    await expect(listPeople(fresh, ALL)).rejects.toEqual(refusal('session.passwordChangeNeeded'))
    await expect(listPeople(admin, { ...ALL, cursor: "' or 1=1" })).rejects.toEqual(refusal('platform.invalid'))
  })
})

describe('adding', () => {
  test('gives a temporary password and leaves a fact without account or password', async () => {
    const unit = await centre.unit('新人部')
    const input = { account: 'xin.ren', name: '新人', unitId: unit, roles: ['reporter' as const], post: '记者' }
    const { person, temporaryPassword } = await addPerson(admin, input)
    expect(person).toMatchObject({ account: 'xin.ren', unitName: '新人部', post: '记者', state: 'active', rev: 0 })
    const [event] = await findEvents(system, { subject: `person:${person.id}`, limit: 5 })
    expect(event).toMatchObject({ kind: 'identity.personAdded', actor_id: admin.actor.id })
    expect(event?.data).toEqual({ name: '新人', unitId: unit, roles: ['reporter'], joinedOn: '2023-03-01' })
    expect(JSON.stringify(event)).not.toContain(temporaryPassword)
  })

  test('refuses a taken account however it is spelt, an unknown or closed unit, and who may not', async () => {
    const input = { account: 'zhao', name: '赵', unitId: null, roles: ['reporter' as const], post: '' }
    await addPerson(admin, input)
    await expect(addPerson(admin, { ...input, account: 'ＺＨＡＯ' })).rejects.toEqual(refusal('person.accountTaken'))
    const other = { ...input, account: 'qian' }
    await expect(addPerson(admin, { ...other, unitId: NOWHERE })).rejects.toEqual(refusal('platform.notFound'))
    const closed = await centre.unit('已撤部')
    await changeUnit(admin, closed, { rev: 0, active: false })
    await expect(addPerson(admin, { ...other, unitId: closed })).rejects.toEqual(refusal('platform.notFound'))
    await expect(addPerson(await centre.as('记者'), other)).rejects.toEqual(refusal('ability.missing'))
    await expect(addPerson(await centre.as('审计员', 'auditor'), other)).rejects.toEqual(refusal('ability.readOnly'))
    await expect(addPerson(admin, { ...other, password: 'qian' })).rejects.toEqual(refusal('password.weak'))
  })

  test('two with one account at once end with one', async () => {
    const input = { account: 'both', name: '同名', unitId: null, roles: ['reporter' as const], post: '' }
    const results = await Promise.allSettled([addPerson(admin, input), addPerson(admin, input)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('changing', () => {
  test('raises the revision, notes what differs, and refuses who was slower', async () => {
    const person = await add('改名的人')
    const changed = await changePerson(admin, person.id, { rev: 0, name: '改了名', roles: ['subEditor', 'reporter'] })
    expect(changed).toMatchObject({ name: '改了名', roles: ['reporter', 'subEditor'], rev: 1 })
    await expect(changePerson(admin, person.id, { rev: 0, post: '主任' })).rejects.toEqual(refusal('person.moved'))
    const same = await changePerson(admin, person.id, { rev: 1, name: '改了名', roles: ['reporter', 'subEditor'] })
    expect(same.rev).toBe(1)
    const events = await findEvents(system, { subject: `person:${person.id}`, limit: 5 })
    expect(events.map((event) => event.data['changed'])).toEqual([['name', 'roles'], undefined])
  })

  test('moving between units, leaving and coming back keep the counts', async () => {
    const [from, to] = [await centre.unit('来处'), await centre.unit('去处')]
    const person = await add('调动的人', ['reporter'], from)
    const staffed = async () => {
      const { items } = await listUnits(admin)
      return [from, to].map((id) => items.find((unit) => unit.id === id)?.staffed)
    }
    expect(await staffed()).toEqual([1, 0])
    await changePerson(admin, person.id, { rev: 0, unitId: to })
    expect(await staffed()).toEqual([0, 1])
    await changePerson(admin, person.id, { rev: 1, state: 'locked' })
    expect(await staffed()).toEqual([0, 1])
    await changePerson(admin, person.id, { rev: 2, state: 'left' })
    expect(await staffed()).toEqual([0, 0])
    await changePerson(admin, person.id, { rev: 3, state: 'active' })
    expect(await staffed()).toEqual([0, 1])
  })

  test('nobody shuts himself out', async () => {
    await centre.as('另一位管理员', 'administrator')
    const me = admin.actor.id ?? ''
    const { rev } = (await listPeople(admin, { ...ALL, q: '管理员', role: 'administrator' })).items.find(
      (person) => person.id === me,
    ) ?? { rev: -1 }
    const self = refusal('person.notYourself')
    await expect(changePerson(admin, me, { rev, state: 'locked' })).rejects.toEqual(self)
    await expect(changePerson(admin, me, { rev, state: 'left' })).rejects.toEqual(self)
    await expect(changePerson(admin, me, { rev, roles: ['reporter'] })).rejects.toEqual(self)
    expect(await changePerson(admin, me, { rev, roles: ['administrator', 'director'] })).toMatchObject({ rev: rev + 1 })
  })

  test('is for who manages people; what he may not see is not there', async () => {
    const person = await add('别人')
    const reporter = await centre.as('记者')
    await expect(changePerson(reporter, person.id, { rev: 0, name: '改' })).rejects.toEqual(refusal('ability.missing'))
    await expect(resetPassword(reporter, person.id)).rejects.toEqual(refusal('ability.missing'))
    await expect(resetPassword(await centre.as('审计员', 'auditor'), person.id)).rejects.toEqual(
      refusal('ability.readOnly'),
    )
    await expect(changePerson(admin, NOWHERE, { rev: 0, name: '改' })).rejects.toEqual(refusal('platform.notFound'))
    await expect(resetPassword(admin, NOWHERE)).rejects.toEqual(refusal('platform.notFound'))
    await changePerson(admin, person.id, { rev: 0, state: 'left' })
    await expect(changePerson(reporter, person.id, { rev: 1, name: '改' })).rejects.toEqual(
      refusal('platform.notFound'),
    )
  })
})

test('neighbours get names and units, also of those who left', async () => {
  const unit = await centre.unit('通联部')
  const [inside, outside] = [await add('在部里', ['reporter'], unit), await add('没有部')]
  await changePerson(admin, inside.id, { rev: 0, state: 'left' })
  const ids = [inside.id, outside.id, NOWHERE]
  expect(await personNames(system, ids)).toEqual(
    new Map([
      [inside.id, '在部里'],
      [outside.id, '没有部'],
    ]),
  )
  expect((await findPeople(system, [inside.id])).get(inside.id)).toMatchObject({ state: 'left', unitName: '通联部' })
  expect(await unitsOf(system, ids)).toEqual(
    new Map([
      [inside.id, { id: unit, name: '通联部' }],
      [outside.id, null],
    ]),
  )
  expect(await unitNames(system, [unit, NOWHERE])).toEqual(new Map([[unit, '通联部']]))
  expect(await findPeople(system, [])).toEqual(new Map())
})

test('who manages people but not roles cannot make himself an administrator', async () => {
  const { rows: role } = {
    rows: await centre.rows<{ rev: number }>("select rev from identity.role where key = 'director'"),
  }
  await changeRole(admin, 'director', { rev: role[0]?.rev ?? 0, abilities: ['people.manage'] })
  const director = await centre.as('主任', 'director')
  const other = await add('同事')
  const keeper = (await listPeople(admin, { ...ALL, role: 'administrator' })).items[0]
  const missing = refusal('ability.missing')
  await expect(changePerson(director, other.id, { rev: 0, roles: ['administrator'] })).rejects.toEqual(missing)
  await expect(
    addPerson(director, { account: 'mole', name: '内应', unitId: null, roles: ['administrator'], post: '' }),
  ).rejects.toEqual(missing)
  await expect(resetPassword(director, keeper?.id ?? '')).rejects.toEqual(missing)
  await expect(
    changePerson(director, keeper?.id ?? '', { rev: keeper?.rev ?? 0, roles: ['reporter'] }),
  ).rejects.toEqual(missing)
  expect(await changePerson(director, other.id, { rev: 0, roles: ['subEditor'] })).toMatchObject({ rev: 1 })
})
