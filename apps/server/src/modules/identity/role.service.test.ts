import { ABILITIES, abilityNames, ROLE_KEYS } from '@rongmei/contract'
import { afterAll, expect, test } from 'vitest'
import { VISITOR } from '../../platform/actor.ts'
import { findEvents } from '../../platform/events.store.ts'
import { testWorld } from '../../testing/world.ts'
import { changePerson } from './person-change.service.ts'
import { changeRole, listRoles } from './role.service.ts'

const centre = await testWorld()
afterAll(() => centre.close())
const admin = await centre.as('管理员', 'administrator')
const refusal = (key: string) => expect.objectContaining({ key })

test('the nine roles stand in order, with abilities the contract knows and every ability somebody holds', async () => {
  const { items, can } = await listRoles(admin)
  expect(items.map((role) => role.key)).toEqual(ROLE_KEYS)
  expect(can.manage).toBe(true)
  expect(items.find((role) => role.key === 'administrator')).toMatchObject({ name: '系统管理员', people: 1 })
  const held = new Set(items.flatMap((role) => role.abilities))
  expect(ABILITIES.filter((ability) => !held.has(ability))).toEqual([])
  // as stored, before anything is left out
  const stored = await centre.rows<{ ability: string }>(
    'select distinct unnest(abilities) as ability from identity.role',
  )
  expect(stored.filter((row) => !(row.ability in abilityNames))).toEqual([])
})

test('no one role can take a story through all three reviews', async () => {
  const { items } = await listRoles(admin)
  const reviews = ['story.reviewFirst', 'story.reviewSecond', 'story.reviewFinal']
  for (const role of items)
    expect(role.abilities.filter((ability) => reviews.includes(ability)).length).toBeLessThanOrEqual(1)
})

test('a change holds at once for everybody with the role, and is a fact', async () => {
  const before = (await listRoles(admin)).items.find((role) => role.key === 'reporter')
  const changed = await changeRole(admin, 'reporter', {
    rev: before?.rev ?? 0,
    abilities: ['story.publish', 'story.write', 'story.publish'],
  })
  expect(changed).toMatchObject({ abilities: ['story.write', 'story.publish'], rev: 1 })
  expect((await centre.as('记者')).actor.abilities.has('story.publish')).toBe(true)
  const [event] = await findEvents(centre.system, { subject: 'role:reporter', limit: 1 })
  expect(event?.data).toEqual({ added: ['story.publish'], removed: [] })
  await expect(changeRole(admin, 'reporter', { rev: 0, abilities: [] })).rejects.toEqual(refusal('role.moved'))
})

test('an auditor reads everything and changes nothing', async () => {
  const auditor = await centre.as('审计员', 'auditor')
  expect((await listRoles(auditor)).can.manage).toBe(false)
  const change = { rev: 0, abilities: ['audit.read' as const] }
  await expect(changeRole(auditor, 'auditor', change)).rejects.toEqual(refusal('ability.readOnly'))
  await expect(changeRole(await centre.as('记者'), 'auditor', change)).rejects.toEqual(refusal('ability.missing'))
  await expect(changeRole(centre.world.as(VISITOR), 'auditor', change)).rejects.toEqual(refusal('session.required'))
  await expect(listRoles(centre.world.as(VISITOR))).rejects.toEqual(refusal('session.required'))
  await expect(changeRole(admin, 'auditor', { rev: 0, abilities: ['story.edit'] })).rejects.toEqual(
    refusal('ability.readOnly'),
  )
})

test('the key cannot be thrown away', async () => {
  const rows = await centre.rows<{ rev: number }>("select rev from identity.role where key = 'administrator'")
  await expect(
    changeRole(admin, 'administrator', { rev: rows[0]?.rev ?? 0, abilities: ['audit.read'] }),
  ).rejects.toEqual(refusal('person.lastAdministrator'))
  const id = admin.actor.id ?? ''
  const last = refusal('person.lastAdministrator')
  await expect(changePerson(centre.system, id, { rev: 0, state: 'left' })).rejects.toEqual(last)
  await expect(changePerson(centre.system, id, { rev: 0, roles: ['reporter'] })).rejects.toEqual(last)
  expect((await centre.as('管理员')).actor.abilities.has('role.manage')).toBe(true)
})

test('two administrators who demote each other at once leave one', async () => {
  const second = await centre.as('第二管理员', 'administrator')
  const results = await Promise.allSettled([
    changePerson(admin, second.actor.id ?? '', { rev: 0, roles: ['reporter'] }),
    changePerson(second, admin.actor.id ?? '', { rev: 0, roles: ['reporter'] }),
  ])
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
})
