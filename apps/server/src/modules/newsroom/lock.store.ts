import type { Ctx, Tx } from '../../platform/ctx.ts'
import { read } from './story.store.ts'
import type { EditLockTable } from './tables.ts'

export function findLock(ctx: Ctx, storyId: string): Promise<EditLockTable | undefined> {
  return read(ctx).selectFrom('newsroom.edit_lock').selectAll().where('story_id', '=', storyId).executeTakeFirst()
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
