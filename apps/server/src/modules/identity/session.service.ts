import type { Actor } from '../../platform/actor.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Refused } from '../../platform/refusal.ts'
import { deleteOldAttempts } from './attempt.store.ts'
import { sha256 } from './passwords.ts'
import { type Bearer, deleteOldSessions, findBearer, findPowers, findSessions, touchSession } from './session.store.ts'

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

/** @param mustChange who must first change a temporary password is left without roles and abilities */
export function toActor(
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

/** The sessions of a person that still hold, by their ids. */
export async function liveSessions(ctx: Ctx, personId: string): Promise<ReadonlySet<string>> {
  return new Set((await findSessions(ctx, personId)).map((session) => session.id))
}

/** The person behind a context. @throws Refused session.required for visitors and the system */
export function ownId(ctx: Ctx): string {
  if (ctx.actor.id === null) throw new Refused('session.required')
  return ctx.actor.id
}

/** Removes what is long over: sessions and failures of more than 30 days ago. */
export async function sweepSessions(t: Tx): Promise<void> {
  const before = new Date(t.now() - KEEP_MS)
  await deleteOldSessions(t, before)
  await deleteOldAttempts(t, before)
}
