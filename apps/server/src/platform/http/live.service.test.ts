import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serve } from '../../app.ts'
import { testDatabase } from '../../testing/database.ts'
import { PASSWORD, testWorld } from '../../testing/world.ts'
import { readConfig } from '../config.ts'
import { makeHub } from '../live.ts'
import { silentLog } from '../log.ts'

/** A server that really listens, over a database on which the hub really listens too. */
const test = await testWorld()
const [{ name } = { name: '' }] = await test.rows<{ name: string }>('select current_database() as name')
const other = await testDatabase()
const hub = makeHub(other.url.replace(`/${other.name}?`, `/${name}?`), silentLog, 20)
const app = await serve(test.world, readConfig({}), hub, silentLog)
let port = 0
let cookie = ''
beforeAll(async () => {
  await hub.start()
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
  await test.as('沈一鸣')
  const reply = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { account: '沈一鸣', password: PASSWORD },
  })
  cookie = `rongmei_session=${reply.cookies[0]?.value ?? ''}`
})
afterAll(async () => {
  await app.close()
  await hub.stop()
  await test.close()
  await other.drop()
})

/** An open event stream: what came so far, and how to leave. */
async function listen(headers: Record<string, string>) {
  let text = ''
  let ended = false
  const call = request({ host: '127.0.0.1', port, path: '/api/live', headers })
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    call.on('response', resolve).on('error', reject).end()
  })
  reply.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  reply.on('close', () => {
    ended = true
  })
  return {
    status: reply.statusCode,
    headers: reply.headers,
    text: () => text,
    ended: () => ended,
    leave: () => call.destroy(),
  }
}

describe('the event stream', () => {
  it('is for those signed in', async () => {
    const stream = await listen({})
    expect(stream.status).toBe(401)
    stream.leave()
  })

  it('tells topics, never data, and lets go of those who leave', async () => {
    const stream = await listen({ cookie })
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(stream.headers['x-request-id']).toBeTruthy()
    await vi.waitFor(() => expect(hub.subscribers()).toBe(1))
    await test.system.tx(async (t) => t.touch('story:1'))
    await vi.waitFor(() => expect(stream.text()).toMatch(/data: \{"topic":"story:1","rev":"\d+"\}\n\n/))
    stream.leave()
    await vi.waitFor(() => expect(hub.subscribers()).toBe(0))
    expect(app.server.listenerCount('rongmei:stopping')).toBe(0)
  })

  it('ends for who is signed out elsewhere, at once, and goes on for others', async () => {
    await test.as('顾小满')
    const reply = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: '顾小满', password: PASSWORD },
    })
    const theirs = `rongmei_session=${reply.cookies[0]?.value ?? ''}`
    const [mine, gone] = [await listen({ cookie }), await listen({ cookie: theirs })]
    await vi.waitFor(() => expect(hub.subscribers()).toBe(2))
    const headers = { cookie: theirs, 'x-requested-with': 'rongmei' }
    expect((await app.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode).toBeLessThan(300)
    await vi.waitFor(() => expect(gone.ended()).toBe(true))
    await test.system.tx(async (t) => t.touch('story:2'))
    await vi.waitFor(() => expect(mine.text()).toContain('story:2'))
    expect(mine.ended()).toBe(false)
    expect(mine.text()).not.toContain('access')
    mine.leave()
    await vi.waitFor(() => expect(hub.subscribers()).toBe(0))
  })

  it('ends for everybody when the server stops', async () => {
    const streams = await Promise.all([listen({ cookie }), listen({ cookie })])
    await vi.waitFor(() => expect(hub.subscribers()).toBe(2))
    app.server.emit('rongmei:stopping')
    await vi.waitFor(() => expect(streams.every((stream) => stream.ended())).toBe(true))
    expect(hub.subscribers()).toBe(0)
  })
})
