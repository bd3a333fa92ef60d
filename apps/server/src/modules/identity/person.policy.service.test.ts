import { type Ability, type Person, ROLE_KEYS, type RoleKey } from '@rongmei/contract'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '../../platform/actor.ts'
import { testWorld } from '../../testing/world.ts'
import { addPerson, listPeople } from './person.service.ts'
import { changePerson } from './person-change.service.ts'
import { mayRead } from './person.policy.ts'

const centre = await testWorld()
afterAll(() => centre.close())

const STATES: Person['state'][] = ['active', 'locked', 'left']
const people: { id: string; state: Person['state']; keyHolder: boolean }[] = []
for (const state of STATES) {
  for (const role of ['reporter', 'administrator'] as const) {
    const account = `${state}-${role}`
    const { person } = await addPerson(centre.system, { account, name: account, unitId: null, roles: [role], post: '' })
    people.push({ id: person.id, state, keyHolder: role === 'administrator' })
  }
}
for (const { id, state } of people) if (state !== 'active') await changePerson(centre.system, id, { rev: 0, state })

const abilities = fc.subarray<Ability>(['story.write', 'people.manage', 'audit.read', 'role.manage', 'unit.manage'])
const actors = fc.record({
  who: fc.nat(people.length - 1),
  abilities,
  roles: fc.subarray<RoleKey>([...ROLE_KEYS], { minLength: 1 }),
})

test('what a list shows is exactly what the policy lets one read', async () => {
  await fc.assert(
    fc.asyncProperty(actors, async (drawn) => {
      const id = people[drawn.who]?.id ?? ''
      const actor: Actor = {
        kind: 'person',
        id,
        name: '某人',
        unitId: null,
        abilities: new Set(drawn.abilities),
        roles: drawn.roles,
        sessionId: null,
      }
      const { items, total } = await listPeople(centre.world.as(actor), { limit: 100 })
      const allowed = people.filter((person) => mayRead(actor, person).ok).map((person) => person.id)
      expect(items.map((person) => person.id).sort()).toEqual(allowed.sort())
      expect(total).toBe(allowed.length)
    }),
    { numRuns: 60 },
  )
})
