import type { Device, Me } from '@rongmei/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Exchange } from '../../platform/http/serve.ts'
import { Refused, demand, refuse } from '../../platform/refusal.ts'
import { readSetting } from '../../platform/settings.ts'
import { emitFailure, failAttempt, forgiveAttempts, openAttempt } from './attempt.service.ts'
import { deleteOldAttempts } from './attempt.store.ts'
import { foldAccount } from './domain/account.ts'
import { describeAgent } from './domain/agent.ts'
import { judgePassword } from './domain/password.ts'
import { DeviceRevoked, PasswordChanged, personSubject, SignedIn, SignedOut } from './identity.events.ts'
import { hashPassword, makeToken, sha256, verifyPassword } from './passwords.ts'
import { findPerson, findPersonByAccount, savePassword } from './person.store.ts'
import {
  type Bearer,
  deleteOldSessions,
  endSessions,
  findBearer,
  findPowers,
  findSessions,
  insertSession,
  touchSession,
} from './session.store.ts'

const TOUCH_MS = 60_000
const KEEP_MS = 30 * 86_400_000

export type SessionLimits = {
  /** How long a session lasts without a request. */
  sessionIdleMs: number
  /** How long it lasts at most. */
  sessionMs: number
}

/**
 * Finds the actor behind a session token. One query; once a minute the session is noted as seen. Who must first change
 * a temporary password comes back without roles and abilities and so can do nothing but that (`settled`).
 *
 * @throws Refused session.required, session.expired, session.locked
 */
export async function authenticate(ctx: Ctx, token: string, limits: SessionLimits): Promise<Actor> {
  const bearer = await findBearer(ctx, sha256(token))
  if (!bearer?.session_id) throw new Refused('session.required')
  const now = ctx.now()
  const until = Math.min(
    bearer.last_seen_at.getTime() + limits.sessionIdleMs,
    bearer.created_at.getTime() + limits.sessionMs,
  )
  if (bearer.ended_at !== null || now >= until || bearer.state === 'left') throw new Refused('session.expired')
  if (bearer.state === 'locked') throw new Refused('session.locked')
  if (bearer.valid_until === null || now - bearer.last_seen_at.getTime() >= TOUCH_MS) {
    const next = Math.min(now + limits.sessionIdleMs, bearer.created_at.getTime() + limits.sessionMs)
    const seen = { session_id: bearer.session_id, id: bearer.id }
    await ctx.tx((t) => touchSession(t, seen, new Date(next)))
  }
  return toActor(bearer, bearer.session_id, bearer.must_change)
}

/** An actor for a person who exists, without a session: for jobs, the replay and tests. @throws Refused platform.notFound */
export async function actorOf(ctx: Ctx, personId: string): Promise<Actor> {
  const powers = await findPowers(ctx, personId)
  if (!powers) throw new Refused('platform.notFound')
  return toActor(powers, null, false)
}

function toActor(
  powers: Pick<Bearer, 'id' | 'name' | 'unit_id' | 'roles' | 'abilities'>,
  sessionId: string | null,
  mustChange: boolean,
): Actor {
  return {
    kind: 'person',
    id: powers.id,
    name: powers.name,
    unitId: powers.unit_id,
    abilities: new Set(mustChange ? [] : powers.abilities),
    roles: mustChange ? [] : powers.roles,
    sessionId,
  }
}

/** @throws Refused session.wrongPassword, session.throttled, session.locked */
export async function signIn(ctx: Ctx, input: { account: string; password: string }, exchange: Exchange): Promise<Me> {
  const account = foldAccount(input.account)
  const attempt = { accountHash: sha256(account), address: exchange.address }
  await openAttempt(ctx, attempt)
  const person = await findPersonByAccount(ctx, account)
  const right = await verifyPassword(person?.password_hash, input.password)
  if (!person || !right || person.state === 'left') {
    await failAttempt(ctx, attempt, person?.id)
    throw new Refused('session.wrongPassword')
  }
  if (person.state === 'locked') {
    await ctx.tx(async (t) => {
      await forgiveAttempts(t, attempt)
      await emitFailure(t, attempt, person.id, { reason: 'locked', lockedNow: false })
    })
    throw new Refused('session.locked')
  }
  await ctx.tx((t) => forgiveAttempts(t, attempt))
  return openSession(ctx, person.id, exchange)
}

/** Starts a session of a person whose identity is proven, and hands its token to the browser. */
export async function openSession(ctx: Ctx, personId: string, exchange: Exchange): Promise<Me> {
  const actor = await actorOf(ctx, personId)
  const token = makeToken()
  const session = { id: ctx.newId(), agent: describeAgent(exchange.agent) }
  const now = new Date(ctx.now())
  await ctx.as(actor).tx(async (t) => {
    await insertSession(t, {
      ...session,
      person_id: personId,
      token_hash: sha256(token),
      created_at: now,
      last_seen_at: now,
      valid_until: null,
      ended_at: null,
      address: exchange.address,
    })
    await t.emit(SignedIn, personSubject(personId), { sessionId: session.id, agent: session.agent })
  })
  exchange.setSession(token)
  return meOf(ctx, personId)
}

/** Ends the session of the cookie and clears it; without a session there is nothing to end. */
export async function signOut(ctx: Ctx, exchange: Exchange & { session?: string | null }): Promise<void> {
  const token = exchange.session
  exchange.setSession(null)
  const bearer = token ? await findBearer(ctx, sha256(token)) : undefined
  if (!bearer?.session_id) return
  const sessionId = bearer.session_id
  await ctx.as(toActor(bearer, sessionId, bearer.must_change)).tx(async (t) => {
    const ended = await endSessions(t, bearer.id, { only: sessionId })
    if (ended.length > 0) await t.emit(SignedOut, personSubject(bearer.id), { sessionId })
  })
}

/** Who the actor is; the only thing beside the password change that somebody with a temporary password may ask. */
export async function me(ctx: Ctx): Promise<Me> {
  return meOf(ctx, ownId(ctx))
}

async function meOf(ctx: Ctx, personId: string): Promise<Me> {
  const person = await findPerson(ctx, personId)
  const powers = await findPowers(ctx, personId)
  if (!person || !powers) throw new Refused('session.expired')
  return {
    id: person.id,
    account: person.account,
    name: person.name,
    unitId: person.unit_id,
    unitName: person.unit_name,
    roles: person.roles,
    abilities: person.must_change ? [] : powers.abilities,
    mustChangePassword: person.must_change,
    centreName: (await readSetting<string>(ctx, 'centreName')) ?? '',
    demo: (await readSetting<boolean>(ctx, 'demo')) === true,
  }
}

/** Changes the actor's own password and signs his other devices out. @throws Refused password.wrong, password.weak, session.throttled, session.locked */
export async function changePassword(
  ctx: Ctx,
  input: { current: string; next: string },
  exchange: Exchange,
): Promise<void> {
  const person = await findPerson(ctx, ownId(ctx))
  if (!person) throw new Refused('session.expired')
  demand(judgePassword(input.next, person.account))
  const attempt = { accountHash: person.account_hash, address: exchange.address }
  await openAttempt(ctx, attempt)
  if (!(await verifyPassword(person.password_hash, input.current))) {
    await failAttempt(ctx, attempt, person.id)
    throw new Refused('password.wrong')
  }
  if (input.next === input.current) {
    await ctx.tx((t) => forgiveAttempts(t, attempt))
    throw new Refused('password.weak')
  }
  const hash = await hashPassword(input.next)
  await ctx.tx(async (t) => {
    await forgiveAttempts(t, attempt)
    await savePassword(t, person.id, hash, false)
    const ended = await endSessions(t, person.id, { except: ctx.actor.sessionId })
    await t.emit(PasswordChanged, personSubject(person.id), { otherDevicesEnded: ended.length })
  })
}

export async function listDevices(ctx: Ctx): Promise<{ items: Device[] }> {
  const sessions = await findSessions(ctx, ownId(ctx))
  return {
    items: sessions.map((session) => ({
      id: session.id,
      current: session.id === ctx.actor.sessionId,
      agent: session.agent,
      address: session.address,
      createdAt: session.created_at.toISOString(),
      lastSeenAt: session.last_seen_at.toISOString(),
    })),
  }
}

/** Signs one of the actor's own devices out. @throws Refused platform.notFound, also for a device of somebody else */
export async function revokeDevice(ctx: Ctx, sessionId: string): Promise<void> {
  const personId = ownId(ctx)
  await ctx.tx(async (t) => {
    const [ended] = await endSessions(t, personId, { only: sessionId })
    if (!ended) return refuse('platform.notFound')
    await t.emit(DeviceRevoked, personSubject(personId), { sessionId, agent: ended.agent })
  })
}

/** Removes what is long over: sessions and failures of more than 30 days ago. */
export async function sweepSessions(t: Tx): Promise<void> {
  const before = new Date(t.now() - KEEP_MS)
  await deleteOldSessions(t, before)
  await deleteOldAttempts(t, before)
}

function ownId(ctx: Ctx): string {
  if (ctx.actor.id === null) throw new Refused('session.required')
  return ctx.actor.id
}
