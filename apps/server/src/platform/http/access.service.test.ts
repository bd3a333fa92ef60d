import { type Endpoint, endpoints } from '@rongmei/contract'
import { afterAll, describe, expect, it } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { callerOf } from './caller.fixture.ts'

const test = await testWorld()
const visitor = await callerOf(test)
const reporter = await callerOf(test, '沈一鸣')
afterAll(() => test.close())

const all = Object.entries(endpoints).flatMap(([module, tree]) =>
  Object.entries(tree).map(([name, one]) => ({ name: `${module}.${name}`, one: one as Endpoint })),
)
const url = (one: Endpoint) =>
  one.path.replace(/:(id|finding)\b/g, '00000000-0000-7000-8000-000000000000').replace(/:\w+/g, '1')

describe('who may come in', () => {
  it('without signing in is a short list, looked at one by one', () => {
    expect(
      all
        .filter(({ one }) => one.access === 'public')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      'identity.setup',
      'identity.setupState',
      'identity.signIn',
      'identity.signOut',
      'platform.health',
      'reader.countReads',
      'reader.getArticle',
      'reader.listArticles',
    ])
  })

  const closed = all.filter(({ one }) => one.access === 'session')
  it.each(closed)('$name asks who is there before it looks at anything else', async ({ one }) => {
    const reply = await visitor(one.method, url(one), one.method === 'GET' ? undefined : {})
    expect([reply.status, reply.error.key]).toEqual([401, 'session.required'])
  })

  it.each(closed.filter(({ one }) => one.method !== 'GET'))(
    '$name asks whether our own page sent it',
    async ({ one }) => {
      const reply = await reporter(one.method, url(one), {}, { headers: { 'x-requested-with': 'something' } })
      expect([reply.status, reply.error.key]).toEqual([403, 'platform.forgedRequest'])
    },
  )

  it.each(closed)('$name has no fault when a reporter sends it nothing of use', async ({ one }) => {
    const reply = await reporter(one.method, url(one), one.method === 'GET' ? undefined : {})
    expect(reply.status).toBeLessThan(500)
  })
})

describe('what a reporter’s account opens', () => {
  it.each([
    ['GET', '/api/events'],
    ['POST', '/api/people', { account: 'neu', name: '新人', unitId: null, roles: ['administrator'], post: '' }],
    ['POST', '/api/units', { name: '新部', kind: 'department', parentId: null, establishment: 1 }],
    ['PUT', '/api/roles/reporter', { abilities: ['people.manage'], rev: 0 }],
    ['PATCH', '/api/roles/reporter', { abilities: ['people.manage'], rev: 0 }],
    ['POST', '/api/proofreading/words', { kind: 'word', text: '词' }],
    ['POST', '/api/newsroom/inspections', { month: '2023-03', size: 1 }],
  ] as const)('%s %s is not among it', async (method, path, payload?: object) => {
    const reply = await reporter(method, path, payload)
    expect(reply.status).toBeGreaterThanOrEqual(403)
    expect(reply.status).toBeLessThan(500)
  })

  it('nor to make oneself more than one is', async () => {
    const me = (await reporter('GET', '/api/session')).json<{ id: string }>()
    for (const method of ['PUT', 'PATCH'] as const) {
      const reply = await reporter(method, `/api/people/${me.id}`, {
        roles: ['administrator'],
        rev: 0,
        name: '我',
        unitId: null,
        post: '',
        state: 'active',
      })
      expect([403, 404]).toContain(reply.status)
    }
    expect((await reporter('GET', '/api/session')).json<{ roles: string[] }>().roles).toEqual(['reporter'])
  })
})

it('a wrong password and an unknown account are told apart by nothing', async () => {
  const enter = (account: string) => visitor('POST', '/api/session', { account, password: 'falsch-falsch' })
  const [known, unknown] = [await enter('沈一鸣'), await enter('没有这个人')]
  expect([known.status, known.error.key]).toEqual([unknown.status, unknown.error.key])
  expect(Object.keys(known.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted())
})
