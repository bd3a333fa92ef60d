import { afterAll, expect, test } from 'vitest'
import { writeSetting } from '../../platform/settings.ts'
import { testWorld } from '../../testing/world.ts'
import { addPerson } from './person.service.ts'
import { setupState } from './setup.service.ts'

const centre = await testWorld()
afterAll(() => centre.close())
const app = await centre.http()

const headers = { 'x-requested-with': 'rongmei' }
const first = { centreName: '某区融媒体中心', account: 'guan', name: '管理', password: 'lan-tian-bai-yun-27' }
const errorOf = (reply: { json(): unknown }) => (reply.json() as { error: { key: string; message: string } }).error

test('the first administrator is made once, whoever comes at the same time', async () => {
  expect((await app.inject({ url: '/api/setup' })).json()).toEqual({ needed: true, demoAccounts: [] })
  const weak = await app.inject({ method: 'POST', url: '/api/setup', payload: { ...first, password: '1234567890' } })
  expect([weak.statusCode, errorOf(weak).key]).toEqual([400, 'password.weak'])
  const both = await Promise.all(
    ['guan', 'guan2'].map((account) =>
      app.inject({ method: 'POST', url: '/api/setup', payload: { ...first, account } }),
    ),
  )
  expect(both.map((reply) => reply.statusCode).sort((a, b) => a - b)).toEqual([200, 409])
  const won = both.find((reply) => reply.statusCode === 200)
  expect(won?.json()).toMatchObject({ centreName: '某区融媒体中心', roles: ['administrator'], demo: false })
  const cookie = won?.cookies.find((one) => one.name === 'rongmei_session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const me = await app.inject({ url: '/api/session', cookies: { rongmei_session: cookie?.value ?? '' } })
  expect(me.json()).toMatchObject({ name: '管理', mustChangePassword: false })
  expect((await app.inject({ url: '/api/setup' })).json()).toMatchObject({ needed: false })
  const late = await app.inject({ method: 'POST', url: '/api/setup', payload: first })
  expect(errorOf(late)).toMatchObject({ key: 'setup.done', message: '首位管理员已经建立，请直接登录' })
})

test('sign in, work, sign out', async () => {
  await centre.as('记者')
  const wrong = await app.inject({ method: 'POST', url: '/api/session', payload: { account: '记者', password: 'x' } })
  expect([wrong.statusCode, errorOf(wrong).message]).toEqual([401, '账号或密码不对'])
  const right = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { account: '记者', password: 'lan-tian-bai-yun-27' },
  })
  const cookies = { rongmei_session: right.cookies[0]?.value ?? '' }
  const people = await app.inject({ url: '/api/people?q=记者', cookies })
  expect(people.json()).toMatchObject({ total: 1, can: { add: false } })
  const refused = await app.inject({
    method: 'POST',
    url: '/api/units',
    cookies,
    headers,
    payload: { name: '新部', kind: 'department', parentId: null, establishment: 1 },
  })
  expect([refused.statusCode, errorOf(refused).key]).toEqual([403, 'ability.missing'])
  expect((await app.inject({ url: '/api/units', cookies })).statusCode).toBe(200)
  expect((await app.inject({ url: '/api/roles', cookies })).json()).toMatchObject({ can: { manage: false } })
  expect((await app.inject({ url: '/api/session/devices', cookies })).json()).toMatchObject({
    items: [{ current: true }],
  })
  const out = await app.inject({ method: 'DELETE', url: '/api/session', cookies, headers })
  expect([out.statusCode, out.cookies[0]?.value]).toEqual([204, ''])
  expect(errorOf(await app.inject({ url: '/api/people' })).key).toBe('session.required')
  expect(errorOf(await app.inject({ url: '/api/people', cookies })).key).toBe('session.expired')
})

test('with a temporary password one may only ask who one is and change it', async () => {
  const input = { account: 'linshi', name: '临时', unitId: null, roles: ['director' as const], post: '' }
  const { temporaryPassword } = await addPerson(centre.system, input)
  const payload = { account: 'linshi', password: temporaryPassword }
  const entered = await app.inject({ method: 'POST', url: '/api/session', payload })
  expect(entered.json()).toMatchObject({ mustChangePassword: true })
  const cookies = { rongmei_session: entered.cookies[0]?.value ?? '' }
  for (const url of ['/api/people', '/api/units', '/api/roles'])
    expect(errorOf(await app.inject({ url, cookies })).key).toBe('session.passwordChangeNeeded')
  expect((await app.inject({ url: '/api/session', cookies })).statusCode).toBe(200)
  const change = { current: temporaryPassword, next: 'qing-shan-lv-shui' }
  const changed = await app.inject({ method: 'POST', url: '/api/session/password', cookies, headers, payload: change })
  expect(changed.statusCode).toBe(204)
  expect((await app.inject({ url: '/api/people', cookies })).statusCode).toBe(200)
})

test('the demo tells its accounts, a real centre never', async () => {
  const accounts = [{ account: 'jizhe', name: '记者', role: '记者', password: 'yan-shi-shu-ju-1' }]
  await centre.system.tx((t) => writeSetting(t, 'demoAccounts', accounts))
  expect((await setupState(centre.system)).demoAccounts).toEqual([])
  await centre.system.tx((t) => writeSetting(t, 'demo', true))
  expect((await app.inject({ url: '/api/setup' })).json()).toEqual({ needed: false, demoAccounts: accounts })
})
