import { afterAll, beforeAll, expect, it } from 'vitest'
import { PASSWORD, type TestWorld, testWorld } from '../../testing/world.ts'

let test: TestWorld
beforeAll(async () => {
  test = await testWorld()
})
afterAll(() => test.close())

/** Signs in over HTTP and returns a way to ask as that session. */
async function device(account: string) {
  const http = await test.http()
  const headers = { 'x-requested-with': 'rongmei' }
  const reply = await http.inject({
    method: 'POST',
    url: '/api/session',
    headers,
    payload: { account, password: PASSWORD },
  })
  const { name, value } = reply.cookies[0] ?? { name: '', value: '' }
  return (method: 'POST' | 'DELETE', url: string, payload: object = {}) =>
    http.inject({ method, url, headers, cookies: { [name]: value }, payload })
}

it('lets a person who signed in again go on with the lock of the session that ended, and nobody else', async () => {
  await test.as('何静', 'reporter')
  await test.as('吕编辑', 'subEditor')
  const before = await device('何静')
  const { id } = (await before('POST', '/api/newsroom/stories', { title: '锁' })).json() as { id: string }
  const lock = `/api/newsroom/stories/${id}/lock`
  expect((await before('POST', lock)).json()).toMatchObject({ mine: true })

  // While the first session holds, the same person elsewhere is a second pair of hands.
  const elsewhere = await device('何静')
  expect((await elsewhere('POST', lock)).statusCode).toBe(409)

  await before('DELETE', '/api/session')
  expect((await (await device('吕编辑'))('POST', lock)).statusCode).toBe(409)
  expect((await elsewhere('POST', lock)).json()).toMatchObject({ mine: true })
})
