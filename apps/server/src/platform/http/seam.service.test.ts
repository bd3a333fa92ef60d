import { endpoint } from '@rongmei/contract'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PASSWORD, testWorld } from '../../testing/world.ts'
import { readConfig } from '../config.ts'
import { silentLog } from '../log.ts'
import { callerOf } from './caller.fixture.ts'
import { makeHttp } from './serve.ts'
import { makeServer } from './server.ts'

const test = await testWorld()
const reporter = await callerOf(test, '沈一鸣')
const visitor = await callerOf(test)
afterAll(() => test.close())

/** A server with endpoints of this test's own. */
async function small(limit = 1_000) {
  const app = await makeServer({ ...readConfig({}), rateLimit: limit }, silentLog)
  const http = makeHttp(app, {
    visitor: (id) => test.world.as(test.system.actor, id),
    authenticate: async () => test.system.actor,
    secureCookies: false,
    sessionMs: 1_000,
  })
  const echo = endpoint({
    method: 'POST',
    path: '/api/echo',
    summary: 'Echo',
    access: 'public',
    body: z.object({ a: z.string(), deep: z.unknown().optional() }),
    bodyLimit: 64 * 1024,
    reply: z.object({ a: z.string() }),
    errors: [],
  })
  http.on(echo, async (_, { body }) => body)
  http.on({ ...echo, path: '/api/broken' }, async () => ({ a: 1, secret: 'do not tell' }) as never)
  http.on({ ...echo, path: '/api/thrown' }, async () => {
    throw new Error('password of the database')
  })
  return app
}

describe('the seam', () => {
  it('strips what the contract does not name, in and out', async () => {
    const app = await small()
    const reply = await app.inject({ method: 'POST', url: '/api/echo', payload: { a: 'x', isAdmin: true } })
    expect(reply.json()).toEqual({ a: 'x' })
    await app.close()
  })

  it('turns a reply that breaks its promise, and any fault, into a sentence that gives nothing away', async () => {
    const app = await small()
    for (const url of ['/api/broken', '/api/thrown']) {
      const reply = await app.inject({ method: 'POST', url, payload: { a: 'x' } })
      expect(reply.statusCode).toBe(500)
      expect(reply.json().error).toMatchObject({ key: 'platform.fault', requestId: reply.headers['x-request-id'] })
      expect(reply.body).not.toMatch(/secret|tell|password|at /)
    }
    await app.close()
  })

  it('limits how often one address may call, and says so in Chinese', async () => {
    const app = await small(2)
    const call = () => app.inject({ method: 'POST', url: '/api/echo', payload: { a: 'x' } })
    const replies = [await call(), await call(), await call()]
    expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 429])
    expect(replies[2]?.json().error).toMatchObject({
      key: 'platform.tooManyRequests',
      message: '操作太频繁，请稍候再试',
    })
    expect(replies[2]?.headers['x-request-id']).toBeTruthy()
    const forged = await app.inject({
      method: 'POST',
      url: '/api/echo',
      payload: { a: 'x' },
      headers: { 'x-forwarded-for': '9.9.9.9' },
    })
    expect(forged.statusCode).toBe(429)
    await app.close()
  })

  const bad: [string, string, Record<string, string>, number, string][] = [
    ['bad JSON', '{"a":', {}, 400, 'platform.badJson'],
    ['no JSON', '', { 'content-type': 'application/json' }, 400, 'platform.badJson'],
    ['a prototype', '{"a":"x","__proto__":{"admin":true}}', {}, 400, 'platform.badJson'],
    ['another type', 'a=x', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'platform.invalid'],
    ['text that hides JSON', '{"a":"x"}', { 'content-type': 'text/plain' }, 400, 'platform.invalid'],
    ['a list', '[]', {}, 400, 'platform.invalid'],
    ['nothing it needs', '{}', {}, 400, 'platform.invalid'],
    ['too much', JSON.stringify({ a: 'x'.repeat(64 * 1024) }), {}, 413, 'platform.tooLarge'],
    ['a hundred thousand fields', JSON.stringify(Array.from({ length: 30_000 }, () => 1)), {}, 400, 'platform.invalid'],
  ]
  it.each(bad)('refuses %s', async (_, payload, headers, status, key) => {
    const app = await small()
    const reply = await app.inject({
      method: 'POST',
      url: '/api/echo',
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })
    expect([reply.statusCode, reply.json().error.key]).toEqual([status, key])
    expect(reply.json().error.message).toMatch(/\p{Script=Han}{4}/u)
    await app.close()
  })

  it('names each wrong field in Chinese', async () => {
    const reply = await visitor('POST', '/api/session', { account: 1 })
    expect(reply.error).toMatchObject({
      key: 'platform.invalid',
      fields: { account: expect.stringMatching(/\p{Script=Han}/u), password: expect.stringMatching(/\p{Script=Han}/u) },
    })
  })

  it('is not moved by JSON ten thousand levels deep', async () => {
    const app = await small()
    const payload = `{"a":"x","deep":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    const reply = await app.inject({
      method: 'POST',
      url: '/api/echo',
      payload,
      headers: { 'content-type': 'application/json' },
    })
    expect(reply.json()).toEqual({ a: 'x' })
    await app.close()
  })
})

describe('forged requests', () => {
  it.each([
    ['without our header', { 'x-requested-with': '' }],
    ['with another header', { 'x-requested-with': 'XMLHttpRequest' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('are refused %s', async (_, headers) => {
    const reply = await reporter(
      'POST',
      '/api/newsroom/stories',
      { title: '伪造' },
      { headers: headers as Record<string, string> },
    )
    expect([reply.status, reply.error.key]).toEqual([403, 'platform.forgedRequest'])
    expect(await test.rows(`select id from newsroom.story where title = '伪造'`)).toEqual([])
  })

  it.each([
    ['/api/session', { account: '沈一鸣', password: PASSWORD }],
    ['/api/setup', { centreName: 'x', account: 'x1', name: 'x', password: PASSWORD }],
    ['/api/reader/reads', { slugs: ['2023-0001'] }],
  ])('of another site cannot reach the public %s either', async (url, payload) => {
    const reply = await visitor('POST', url, payload, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect([reply.status, reply.error.key]).toEqual([403, 'platform.forgedRequest'])
    expect(reply.headers['set-cookie']).toBeUndefined()
    const asForm = await visitor('POST', url, JSON.stringify(payload), { headers: { 'content-type': 'text/plain' } })
    expect(asForm.status).toBe(400)
  })

  it('are no matter for reading, which changes nothing', async () => {
    const reply = await reporter('GET', '/api/newsroom/todo', undefined, {
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(reply.status).toBe(200)
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('every reply', () => {
  it('has its number, and headers that hold the browser back', async () => {
    for (const url of ['/', '/api/health', '/nothing-here', '/api/newsroom/todo']) {
      const { headers } = await visitor('GET', url)
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{13}$/)
      const policy = String(headers['content-security-policy']).split(';')
      for (const rule of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'self'",
        "base-uri 'self'",
      ])
        expect(policy).toContain(rule)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    }
  })

  it('of the API is kept by no cache', async () => {
    for (const [who, url] of [
      [visitor, '/api/health'],
      [reporter, '/api/newsroom/todo'],
      [visitor, '/api/newsroom/todo'],
      [visitor, '/api/no/such'],
    ] as const)
      expect((await who('GET', url)).headers['cache-control']).toBe('no-store')
  })

  it('is a refusal in Chinese where there is nothing, as a page for a browser', async () => {
    const json = await visitor('GET', '/api/no/such')
    expect([json.status, json.error.key]).toEqual([404, 'platform.notFound'])
    const page = await visitor('GET', '/no/such', undefined, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(page.text).toContain('没有找到您要的内容')
  })

  it.each([
    '/%E0%A4%A',
    '/%',
    '/a/%ff',
    '/desk/assets/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
  ])('is no fault for the address %s', async (url) => {
    const reply = await visitor('GET', url)
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    expect(reply.text).not.toContain('"dependencies"')
  })
})

describe('characters that a database cannot hold', () => {
  it.each([
    ['GET', '/api/newsroom/stories?q=%00'],
    ['GET', '/search?q=%00'],
    ['GET', '/a/2023%00'],
    ['GET', '/api/newsroom/stories?cursor=2023-01-01T00:00:00Z~not-a-uuid'],
    ['GET', '/api/proofreading/words?cursor=a%09b'],
    ['GET', '/c/town?cursor=2023-01-01T00:00:00Z~------------------------------------'],
    ['GET', '/c/town?cursor=-271821-04-20T00:00:00.000Z~00000000-0000-0000-0000-000000000000'],
    ['GET', '/video?cursor=a&cursor=b'],
    ['GET', '/search?q=a&q=b'],
    ['GET', '/api/people?q=%00'],
    ['GET', '/api/proofreading/words?q=%00'],
  ] as const)('%s %s is no fault', async (method, url) => {
    expect((await reporter(method, url)).status).toBeLessThan(500)
  })

  it('in a text are refused', async () => {
    for (const title of ['a\u0000b', 'a\ud800b']) {
      const reply = await reporter('POST', '/api/newsroom/stories', { title })
      expect([reply.status, reply.error.key]).toEqual([400, 'platform.invalid'])
    }
  })
})

it('a temporary password opens nothing but its own change', async () => {
  const { addPerson } = await import('../../modules/identity/index.ts')
  const input = { account: 'linshi', name: '临时', unitId: null, roles: ['finalReviewer' as const], post: '' }
  const { temporaryPassword } = await addPerson(test.system, input)
  const entered = await visitor('POST', '/api/session', { account: 'linshi', password: temporaryPassword })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  for (const [method, url] of [
    ['GET', '/api/newsroom/stories'],
    ['GET', '/api/proofreading/rules'],
    ['GET', '/api/live'],
    ['POST', '/api/newsroom/stories'],
    ['POST', '/api/files'],
  ] as const) {
    const reply = await visitor(method, url, method === 'POST' ? {} : undefined, { headers: { cookie } })
    expect([url, reply.error.key]).toEqual([url, 'session.passwordChangeNeeded'])
  }
  expect((await visitor('GET', '/api/session', undefined, { headers: { cookie } })).status).toBe(200)
})

it('never takes a session from the caller: signing in always makes a new one', async () => {
  const fixed = 'rongmei_session=chosen-by-an-attacker'
  const reply = await visitor(
    'POST',
    '/api/session',
    { account: '沈一鸣', password: PASSWORD },
    { headers: { cookie: fixed } },
  )
  expect(String(reply.headers['set-cookie'])).toMatch(/^rongmei_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
  expect((await visitor('GET', '/api/session', undefined, { headers: { cookie: fixed } })).status).toBe(401)
})
