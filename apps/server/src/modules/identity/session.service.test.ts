import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import type { Exchange } from '../../platform/http/serve.ts'
import { VISITOR } from '../../platform/actor.ts'
import { findEvents } from '../../platform/events.store.ts'
import { PASSWORD, testWorld } from '../../testing/world.ts'
import { settled } from './actor.policy.ts'
import { listDevices, revokeDevice } from './device.service.ts'
import { changePassword, me } from './me.service.ts'
import { addPerson, resetPassword } from './person.service.ts'
import { changePerson } from './person-change.service.ts'
import { authenticate, sweepSessions } from './session.service.ts'
import { signIn, signOut } from './sign-in.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
const { world, clock, system } = test_
const visitor = world.as(VISITOR)
const HOUR = 3_600_000
const MINUTE = 60_000
const limits = { sessionIdleMs: 12 * HOUR, sessionMs: 14 * 24 * HOUR }
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

type Browser = Exchange & { session: string | null }

/** A browser: keeps the cookie it is given. */
function browser(address = '10.0.0.1'): Browser {
  const it: Browser = {
    address,
    agent: WINDOWS,
    session: null,
    setSession: (token) => {
      it.session = token
    },
  }
  return it
}

async function signedIn(account: string, address?: string): Promise<{ ctx: Ctx; at: Browser }> {
  const at = browser(address)
  await signIn(visitor, { account, password: PASSWORD }, at)
  return { ctx: visitor.as(await authenticate(visitor, at.session ?? '', limits)), at }
}

const refusal = (key: string, details?: unknown) =>
  expect.objectContaining(details === undefined ? { key } : { key, details })
const tryWrong = (account: string, address = '10.0.0.1') =>
  signIn(visitor, { account, password: 'not the password' }, browser(address))
const eventsOf = (ctx: Ctx, subject: string) => findEvents(ctx, { subject, limit: 50 })

/** Every test has people of its own and begins where no failure of another is remembered. */
let zhang = ''
let li = ''
let no = 0
beforeEach(async () => {
  clock.advance(HOUR)
  no += 1
  zhang = `zhang${no}`
  li = `li${no}`
  await test_.as(zhang, 'reporter', 'subEditor')
  await test_.as(li, 'administrator')
})

describe('signing in', () => {
  test('gives a session whose actor carries the abilities of all roles', async () => {
    const at = browser()
    const mine = await signIn(visitor, { account: ` ${zhang.toUpperCase()} `, password: PASSWORD }, at)
    expect(mine).toMatchObject({ account: zhang, roles: ['reporter', 'subEditor'], mustChangePassword: false })
    const actor = await authenticate(visitor, at.session ?? '', limits)
    expect(actor).toMatchObject({ kind: 'person', id: mine.id, name: zhang, roles: ['reporter', 'subEditor'] })
    expect([...actor.abilities].sort()).toEqual(['story.edit', 'story.readAll', 'story.write', 'wordlist.manage'])
    const [event] = await eventsOf(system, `person:${mine.id}`)
    expect(event).toMatchObject({ kind: 'identity.signedIn', actor_id: mine.id, data: { agent: 'Chrome · Windows' } })
  })

  test('only the hash of the token is kept', async () => {
    const { at } = await signedIn(zhang)
    const rows = await test_.rows<{ row: string }>('select s::text as row from identity.session s')
    expect(at.session).toMatch(/^[\w-]{43}$/)
    expect(rows.some((one) => one.row.includes(at.session ?? 'none'))).toBe(false)
  })

  test('a wrong password and an unknown account hear the same', async () => {
    await expect(tryWrong(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
    await expect(tryWrong(`nobody${no}`)).rejects.toEqual(refusal('session.wrongPassword'))
    const failures = await findEvents(system, { kind: 'identity.signInFailed', limit: 2 })
    expect(failures.map((event) => event.subject.split(':')[0])).toEqual(['account', 'person'])
    expect(JSON.stringify(failures.map((event) => event.data))).not.toContain('nobody')
  })

  test('after five failures one waits, longer each time; a colleague at the same address does not', async () => {
    for (let i = 0; i < 5; i += 1) await expect(tryWrong(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
    await expect(signIn(visitor, { account: zhang, password: PASSWORD }, browser())).rejects.toEqual(
      refusal('session.throttled', { waitSeconds: 30 }),
    )
    await signedIn(li)
    await signedIn(zhang, '10.0.0.2')
    clock.advance(30_000)
    await expect(tryWrong(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
    await expect(tryWrong(zhang)).rejects.toEqual(refusal('session.throttled', { waitSeconds: 60 }))
    clock.advance(MINUTE)
    await signedIn(zhang)
    await expect(tryWrong(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
  })

  test('many tries at once do not slip past the count', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => tryWrong(zhang)))
    const keys = tries.map((one) => (one.status === 'rejected' ? (one.reason as { key: string }).key : 'in'))
    expect(keys.filter((key) => key === 'session.wrongPassword')).toHaveLength(5)
    expect(keys.filter((key) => key === 'session.throttled')).toHaveLength(7)
  })

  test.each(['known', 'unknown'])('ten failures lock a %s account for a quarter of an hour', async (which) => {
    const account = which === 'known' ? zhang : `stranger${no}`
    for (let i = 0; i < 10; i += 1)
      await expect(tryWrong(account, `10.0.1.${i}`)).rejects.toEqual(refusal('session.wrongPassword'))
    await expect(tryWrong(account, '10.0.2.1')).rejects.toEqual(refusal('session.locked'))
    clock.advance(15 * MINUTE - 1)
    await expect(tryWrong(account, '10.0.2.1')).rejects.toEqual(refusal('session.locked'))
    clock.advance(1)
    await expect(tryWrong(account, '10.0.2.1')).rejects.toEqual(refusal('session.wrongPassword'))
  })

  test('an administrator unlocks before the time', async () => {
    for (let i = 0; i < 10; i += 1) await tryWrong(zhang, `10.0.1.${i}`).catch(() => {})
    const admin = await test_.as(li)
    const id = (await test_.as(zhang)).actor.id ?? ''
    await expect(signedIn(zhang)).rejects.toEqual(refusal('session.locked'))
    const person = await changePerson(admin, id, { rev: 0, state: 'active' })
    expect(person.state).toBe('active')
    await signedIn(zhang)
  })
})

describe('a session', () => {
  test('ends after its idle time, and at its longest however busy', async () => {
    const { at } = await signedIn(zhang)
    const token = at.session ?? ''
    clock.advance(11 * HOUR)
    await authenticate(visitor, token, limits)
    clock.advance(12 * HOUR)
    await expect(authenticate(visitor, token, limits)).rejects.toEqual(refusal('session.expired'))
    const busy = (await signedIn(zhang)).at.session ?? ''
    for (let i = 0; i < 33; i += 1) {
      clock.advance(10 * HOUR)
      await authenticate(visitor, busy, limits)
    }
    clock.advance(6 * HOUR)
    await expect(authenticate(visitor, busy, limits)).rejects.toEqual(refusal('session.expired'))
  })

  test('is noted as seen at most once a minute', async () => {
    const { at, ctx } = await signedIn(zhang)
    const seen = async () => (await listDevices(ctx)).items[0]?.lastSeenAt
    const first = await seen()
    clock.advance(MINUTE - 1)
    await authenticate(visitor, at.session ?? '', limits)
    expect(await seen()).toBe(first)
    clock.advance(1)
    await authenticate(visitor, at.session ?? '', limits)
    expect(await seen()).toBe(new Date(clock.now()).toISOString())
  })

  test('a token nobody was given is no session', async () => {
    await expect(authenticate(visitor, 'made up', limits)).rejects.toEqual(refusal('session.required'))
  })

  test('of a locked person is refused, of one who has left is over', async () => {
    const admin = await test_.as(li)
    const { at, ctx } = await signedIn(zhang)
    const id = ctx.actor.id ?? ''
    await changePerson(admin, id, { rev: 0, state: 'locked' })
    await expect(authenticate(visitor, at.session ?? '', limits)).rejects.toEqual(refusal('session.locked'))
    await expect(signedIn(zhang)).rejects.toEqual(refusal('session.locked'))
    await expect(tryWrong(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
    await changePerson(admin, id, { rev: 1, state: 'left' })
    await expect(authenticate(visitor, at.session ?? '', limits)).rejects.toEqual(refusal('session.expired'))
    await expect(signedIn(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
  })

  test('ends by signing out, and only once', async () => {
    const { at, ctx } = await signedIn(zhang)
    const token = at.session ?? ''
    await signOut(visitor, at)
    expect(at.session).toBeNull()
    await expect(authenticate(visitor, token, limits)).rejects.toEqual(refusal('session.expired'))
    await signOut(visitor, { ...at, session: token })
    await signOut(visitor, at)
    const kinds = (await eventsOf(system, `person:${ctx.actor.id}`)).map((event) => event.kind)
    expect(kinds.filter((kind) => kind === 'identity.signedOut')).toHaveLength(1)
  })
})

describe('devices', () => {
  test('are listed with the present one marked, and signed out one by one', async () => {
    const first = await signedIn(zhang, '10.0.0.1')
    clock.advance(MINUTE)
    const second = await signedIn(zhang, '10.0.0.2')
    const { items } = await listDevices(second.ctx)
    expect(items.map((item) => [item.address, item.current, item.agent])).toEqual([
      ['10.0.0.2', true, 'Chrome · Windows'],
      ['10.0.0.1', false, 'Chrome · Windows'],
    ])
    await revokeDevice(second.ctx, items[1]?.id ?? '')
    await expect(authenticate(visitor, first.at.session ?? '', limits)).rejects.toEqual(refusal('session.expired'))
    expect((await listDevices(second.ctx)).items).toHaveLength(1)
  })

  test('of somebody else are not there', async () => {
    const mine = await signedIn(zhang)
    const theirs = await signedIn(li)
    const device = (await listDevices(theirs.ctx)).items[0]?.id ?? ''
    await expect(revokeDevice(mine.ctx, device)).rejects.toEqual(refusal('platform.notFound'))
    await authenticate(visitor, theirs.at.session ?? '', limits)
  })

  test('long over are swept away', async () => {
    const { ctx } = await signedIn(zhang)
    clock.advance(60 * 24 * HOUR)
    await system.tx(sweepSessions)
    expect((await listDevices(ctx)).items).toEqual([])
    const rows = await test_.rows<{ count: number }>(
      'select count(*)::int as count from identity.session union all select count(*)::int from identity.sign_in_failure',
    )
    expect(rows.map((row) => row.count)).toEqual([0, 0])
  })
})

describe('changing the password', () => {
  test('signs the other devices out and lets one in with the new one only', async () => {
    const other = await signedIn(zhang)
    const { ctx, at } = await signedIn(zhang)
    await changePassword(ctx, { current: PASSWORD, next: 'qing-shan-lv-shui' }, at)
    await authenticate(visitor, at.session ?? '', limits)
    await expect(authenticate(visitor, other.at.session ?? '', limits)).rejects.toEqual(refusal('session.expired'))
    await expect(signedIn(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
    await signIn(visitor, { account: zhang, password: 'qing-shan-lv-shui' }, browser())
  })

  test('needs the present one, a good one and a new one', async () => {
    const { ctx, at } = await signedIn(zhang)
    const change = (current: string, next: string) => changePassword(ctx, { current, next }, at)
    await expect(change('not mine', 'qing-shan-lv-shui')).rejects.toEqual(refusal('password.wrong'))
    await expect(change(PASSWORD, 'short')).rejects.toEqual(refusal('password.weak'))
    await expect(change(PASSWORD, `xx ${zhang} xx yy`)).rejects.toEqual(refusal('password.weak'))
    await expect(change(PASSWORD, PASSWORD)).rejects.toEqual(refusal('password.weak'))
    await authenticate(visitor, at.session ?? '', limits)
  })

  test('is throttled like signing in', async () => {
    const { ctx, at } = await signedIn(zhang)
    const wrong = () => changePassword(ctx, { current: 'not mine', next: 'qing-shan-lv-shui' }, at)
    for (let i = 0; i < 5; i += 1) await expect(wrong()).rejects.toEqual(refusal('password.wrong'))
    await expect(wrong()).rejects.toEqual(refusal('session.throttled', { waitSeconds: 30 }))
  })

  test('is all that somebody with a temporary password may do', async () => {
    const account = `new${no}`
    const added = await addPerson(await test_.as(li), {
      account,
      name: '新人',
      unitId: null,
      roles: ['director'],
      post: '',
    })
    const at = browser()
    await signIn(visitor, { account, password: added.temporaryPassword }, at)
    const ctx = visitor.as(await authenticate(visitor, at.session ?? '', limits))
    expect(ctx.actor.abilities.size).toBe(0)
    expect(settled(ctx.actor)).toEqual({ ok: false, why: 'session.passwordChangeNeeded' })
    expect(await me(ctx)).toMatchObject({ mustChangePassword: true, roles: ['director'], abilities: [] })
    await changePassword(ctx, { current: added.temporaryPassword, next: 'qing-shan-lv-shui' }, at)
    const actor = await authenticate(visitor, at.session ?? '', limits)
    expect(actor.abilities.has('project.read')).toBe(true)
    expect(await me(ctx)).toMatchObject({ mustChangePassword: false })
  })

  test('an administrator resets it: new temporary password, all devices out', async () => {
    const { at, ctx } = await signedIn(zhang)
    const { temporaryPassword } = await resetPassword(await test_.as(li), ctx.actor.id ?? '')
    expect(temporaryPassword).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){2}$/)
    await expect(authenticate(visitor, at.session ?? '', limits)).rejects.toEqual(refusal('session.expired'))
    await expect(signedIn(zhang)).rejects.toEqual(refusal('session.wrongPassword'))
    expect(await signIn(visitor, { account: zhang, password: temporaryPassword }, browser())).toMatchObject({
      mustChangePassword: true,
    })
  })
})
