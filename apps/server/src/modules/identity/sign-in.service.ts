import { type Me, topics } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import type { Exchange } from '../../platform/http/serve.ts'
import { Refused } from '../../platform/refusal.ts'
import { emitFailure, failAttempt, forgiveAttempts, openAttempt } from './attempt.service.ts'
import { foldAccount } from './domain/account.ts'
import { describeAgent } from './domain/agent.ts'
import { personSubject, SignedIn, SignedOut } from './identity.events.ts'
import { meOf } from './me.service.ts'
import { makeToken, sha256, verifyPassword } from './passwords.ts'
import { findPersonByAccount } from './person.store.ts'
import { actorOf, toActor } from './session.service.ts'
import { endSessions, findBearer, insertSession } from './session.store.ts'

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
export async function signOut(ctx: Ctx, exchange: Exchange): Promise<void> {
  const token = exchange.session
  exchange.setSession(null)
  const bearer = token ? await findBearer(ctx, sha256(token)) : undefined
  if (!bearer?.session_id) return
  const sessionId = bearer.session_id
  await ctx.as(toActor(bearer, sessionId, bearer.must_change)).tx(async (t) => {
    const ended = await endSessions(t, bearer.id, { only: sessionId })
    t.touch(topics.access)
    if (ended.length > 0) await t.emit(SignedOut, personSubject(bearer.id), { sessionId })
  })
}
