import { type Device, topics } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import { DeviceRevoked, personSubject } from './identity.events.ts'
import { ownId } from './session.service.ts'
import { endSessions, findSessions } from './session.store.ts'

/** Where the actor is signed in, latest first. */
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
    t.touch(topics.access)
    if (!ended) return refuse('platform.notFound')
    await t.emit(DeviceRevoked, personSubject(personId), { sessionId, agent: ended.agent })
  })
}
