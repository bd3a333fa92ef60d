import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch, sessionState, settleSession } from './session-guard.ts'

const refusal = (key: string) => Response.json({ error: { key, message: '', requestId: '' } }, { status: 401 })
const locked = () => Response.json({ error: { key: 'session.locked', message: '', requestId: '' } }, { status: 403 })

/** A server that answers in turn and remembers what it was asked. */
function scripted(...answers: Response[]) {
  const asked: { path: string; body: unknown }[] = []
  const send = guardedFetch((input, init) => {
    asked.push({ path: String(input as string), body: init?.body })
    const answer = answers.shift()
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('asked too often'))
  })
  return { send, asked }
}
const settled = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)))
const expired = async () => {
  while (sessionState.get() !== 'expired') await settled()
}

afterEach(() => settleSession(false))

describe('a session that runs out in the middle of work', () => {
  it('holds the write, and sends the same text again after signing in', async () => {
    sessionState.set('active')
    const { send, asked } = scripted(refusal('session.expired'), Response.json({ rev: 2 }))
    const write = send('/api/newsroom/stories/1', { method: 'PUT', body: '正文' })
    await expired()
    expect(asked).toHaveLength(1)
    settleSession(true)
    expect(await (await write).json()).toEqual({ rev: 2 })
    expect(asked.map((call) => call.body)).toEqual(['正文', '正文'])
    expect(sessionState.get()).toBe('active')
  })

  it('lets every waiting call go on together', async () => {
    sessionState.set('active')
    const { send, asked } = scripted(
      refusal('session.required'),
      refusal('session.required'),
      Response.json(1),
      Response.json(2),
    )
    const both = Promise.all([send('/api/a'), send('/api/b')])
    await expired()
    while (asked.length < 2) await settled()
    settleSession(true)
    expect((await both).map((reply) => reply.status)).toEqual([200, 200])
  })

  it('gives the refusal when the person leaves instead', async () => {
    sessionState.set('active')
    const { send } = scripted(refusal('session.expired'))
    const read = send('/api/newsroom/todo')
    await expired()
    settleSession(false)
    expect((await read).status).toBe(401)
  })
})

describe('a person who is locked out', () => {
  it('leaves the page at once, and nothing waits for a sign-in that cannot come', async () => {
    sessionState.set('active')
    const { send } = scripted(locked())
    expect((await send('/api/session')).status).toBe(403)
    expect(sessionState.get()).toBe('locked')
  })

  it('is only told so when signing in', async () => {
    const { send } = scripted(locked())
    expect((await send('/api/session', { method: 'POST' })).status).toBe(403)
    expect(sessionState.get()).toBe('none')
  })
})

describe('what is not a lost session', () => {
  it.each([
    ['nobody was signed in yet', 'none', '/api/session', 'GET', 'session.required'],
    ['a wrong password', 'active', '/api/session', 'POST', 'session.wrongPassword'],
    ['signing in from the dialog', 'active', '/api/session', 'POST', 'session.expired'],
    ['another 401', 'active', '/api/newsroom/todo', 'GET', 'platform.forbidden'],
  ] as const)('%s', async (_, state, path, method, key) => {
    sessionState.set(state)
    const { send } = scripted(refusal(key))
    expect((await send(path, { method })).status).toBe(401)
    expect(sessionState.get()).toBe(state)
  })
})
