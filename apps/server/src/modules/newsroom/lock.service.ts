import { type Lock, topics } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import { dropLock, findLock, putLock } from './lock.store.ts'
import { loadForAct } from './story.load.ts'
import { LockTaken, subjectOf } from './story.events.ts'
import { mayEdit } from './story.policy.ts'
import { lockIsLive, lockView, sessionOf } from './story.view.ts'
import type { EditLockTable } from './tables.ts'

/** Takes or renews the edit lock. With `takeOver` it is taken from whoever holds it, who is told and keeps their words. @throws Refused story.locked */
export async function takeLock(ctx: Ctx, id: string, takeOver: boolean): Promise<Lock> {
  return ctx.tx(async (t) => {
    // Under the story's row lock, so that of two who take a free lock at once only one is told it is theirs.
    await loadForAct(t, id, null, (facts) => mayEdit(t.actor, facts))
    return takeLockIn(t, id, takeOver)
  })
}

export async function takeLockIn(t: Tx, id: string, takeOver: boolean): Promise<Lock> {
  const held = await findLock(t, id)
  const session = sessionOf(t)
  const mine = held?.session_id === session
  if (held && !mine && lockIsLive(t, held) && !takeOver) refuse('story.locked', { holder: held.holder_name })
  const now = new Date(t.now())
  const lock: EditLockTable = {
    story_id: id,
    holder_id: t.actor.id ?? '00000000-0000-0000-0000-000000000000',
    holder_name: t.actor.name,
    session_id: session,
    since: mine ? held.since : now,
    renewed_at: now,
    taken_from: mine ? held.taken_from : held && lockIsLive(t, held) ? held.session_id : null,
  }
  await putLock(t, lock)
  if (lock.taken_from && !mine) {
    await t.emit(LockTaken, subjectOf(id), { from: held?.holder_name ?? '' })
    t.touch(topics.story(id))
  }
  return lockView(t, lock)
}

/**
 * Whether this session may write now: nobody else's live lock stands in the way.
 * @throws Refused story.lockLost when it was taken over from this session, story.locked when somebody else edits
 */
export async function demandLock(t: Tx, id: string): Promise<void> {
  const held = await findLock(t, id)
  if (!held || held.session_id === sessionOf(t) || !lockIsLive(t, held)) return
  refuse(held.taken_from === sessionOf(t) ? 'story.lockLost' : 'story.locked', { holder: held.holder_name })
}

export async function giveLock(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx(async (t) => {
    if (await dropLock(t, id, sessionOf(t))) t.touch(topics.story(id))
  })
}
