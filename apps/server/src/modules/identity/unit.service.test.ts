import { afterAll, expect, test } from 'vitest'
import { VISITOR } from '../../platform/actor.ts'
import { findEvents } from '../../platform/events.store.ts'
import { testWorld } from '../../testing/world.ts'
import { addPerson } from './person.service.ts'
import { changePerson } from './person-change.service.ts'
import { addUnit, changeUnit, listUnits } from './unit.service.ts'

const centre = await testWorld()
afterAll(() => centre.close())
const admin = await centre.as('管理员', 'administrator')
const refusal = (key: string) => expect.objectContaining({ key })
const NOWHERE = '00000000-0000-7000-8000-000000000000'
const department = (name: string, establishment = 3) => ({
  name,
  kind: 'department' as const,
  parentId: null,
  establishment,
})

test('units are listed by kind and then by name, everybody sees them', async () => {
  const parent = await addUnit(admin, department('总编室'))
  await addUnit(admin, { ...department('岳阳街道分中心'), kind: 'subCentre', parentId: parent.id })
  await addUnit(admin, { ...department('共建学校', 0), kind: 'partner' })
  await addUnit(admin, department('采访部'))
  const { items, can } = await listUnits(await centre.as('记者'))
  expect(items.map((unit) => unit.name)).toEqual(['采访部', '总编室', '岳阳街道分中心', '共建学校'])
  expect(items[2]).toMatchObject({ parentId: parent.id, establishment: 3, staffed: 0, active: true, rev: 0 })
  expect(can.manage).toBe(false)
  expect((await listUnits(admin)).can.manage).toBe(true)
  const [event] = await findEvents(centre.system, { subject: `unit:${parent.id}`, limit: 1 })
  expect(event).toMatchObject({ kind: 'identity.unitAdded', data: { name: '总编室', establishment: 3 } })
})

test('changing needs the present revision, a free name and an empty house', async () => {
  const unit = await addUnit(admin, department('技术部'))
  await addUnit(admin, department('播出部'))
  const changed = await changeUnit(admin, unit.id, { rev: 0, name: '技术保障部', establishment: 5 })
  expect(changed).toMatchObject({ name: '技术保障部', establishment: 5, rev: 1 })
  expect((await changeUnit(admin, unit.id, { rev: 1, establishment: 5 })).rev).toBe(1)
  await expect(changeUnit(admin, unit.id, { rev: 0, name: '技术' })).rejects.toEqual(refusal('unit.moved'))
  await expect(changeUnit(admin, unit.id, { rev: 1, name: '播出部' })).rejects.toEqual(refusal('unit.nameTaken'))
  await expect(addUnit(admin, department('播出部'))).rejects.toEqual(refusal('unit.nameTaken'))
  const input = { account: 'jishu', name: '技术员', unitId: unit.id, roles: ['reporter' as const], post: '' }
  const { person } = await addPerson(admin, input)
  await expect(changeUnit(admin, unit.id, { rev: 1, active: false })).rejects.toEqual(refusal('unit.hasPeople'))
  await changePerson(admin, person.id, { rev: 0, state: 'left' })
  expect(await changeUnit(admin, unit.id, { rev: 1, active: false })).toMatchObject({ active: false, rev: 2 })
  await expect(changePerson(admin, person.id, { rev: 1, state: 'active' })).rejects.toEqual(
    refusal('platform.notFound'),
  )
})

test('is refused to who may not, and where there is no unit', async () => {
  const reporter = await centre.as('记者')
  const unit = await addUnit(admin, department('财务科'))
  await expect(addUnit(reporter, department('新部'))).rejects.toEqual(refusal('ability.missing'))
  await expect(changeUnit(reporter, unit.id, { rev: 0, name: '新名' })).rejects.toEqual(refusal('ability.missing'))
  await expect(changeUnit(await centre.as('审计员', 'auditor'), unit.id, { rev: 0 })).rejects.toEqual(
    refusal('ability.readOnly'),
  )
  await expect(listUnits(centre.world.as(VISITOR))).rejects.toEqual(refusal('session.required'))
  await expect(changeUnit(admin, NOWHERE, { rev: 0 })).rejects.toEqual(refusal('platform.notFound'))
  await expect(addUnit(admin, { ...department('孤部'), parentId: NOWHERE })).rejects.toEqual(
    refusal('platform.notFound'),
  )
})
