import type { Ctx, Tx } from '../../platform/ctx.ts'
import { liveSessions } from '../identity/index.ts'
import { read } from './story.store.ts'
import type { EditLockTable } from './tables.ts'

/** The lock of a story as the actor finds it. */
export async function findLock(ctx: Ctx, storyId: string): Promise<EditLockTable | undefined> {
  const lock = await read(ctx)
    .selectFrom('newsroom.edit_lock')
    .selectAll()
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return lock && inherit(ctx, lock)
}

/**
 * Whoever signs in again after a session has ended goes on with its locks: nobody else stands in the way, and words
 * written meanwhile are saved as if nothing had happened.
 */
async function inherit(ctx: Ctx, lock: EditLockTable): Promise<EditLockTable> {
  const { id, sessionId } = ctx.actor
  if (sessionId === null || lock.holder_id !== id || lock.session_id === sessionId) return lock
  return (await liveSessions(ctx, id)).has(lock.session_id) ? lock : { ...lock, session_id: sessionId }
}

export async function putLock(t: Tx, lock: EditLockTable): Promise<void> {
  const { story_id: _, ...rest } = lock
  await read(t)
    .insertInto('newsroom.edit_lock')
    .values(lock)
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(rest))
    .execute()
}

/** Removes the lock if that session holds it. */
export async function dropLock(t: Tx, storyId: string, sessionId: string | null): Promise<boolean> {
  let rows = read(t).deleteFrom('newsroom.edit_lock').where('story_id', '=', storyId)
  if (sessionId !== null) rows = rows.where('session_id', '=', sessionId)
  return (await rows.returning('story_id').executeTakeFirst()) !== undefined
}
