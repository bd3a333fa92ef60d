import type { Ctx, Tx } from '../../platform/ctx.ts'
import { read } from './story.store.ts'
import type { CorrectionTable, SignOffTable } from './tables.ts'

export function findSignOffs(ctx: Ctx, storyId: string): Promise<SignOffTable[]> {
  return read(ctx)
    .selectFrom('newsroom.sign_off')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function insertSignOff(t: Tx, signOff: SignOffTable): Promise<void> {
  await read(t).insertInto('newsroom.sign_off').values(signOff).execute()
}

/** Voids the valid sign-offs of a story. @returns how many there were */
export async function voidSignOffs(t: Tx, storyId: string, reason: string): Promise<number> {
  const voided = await read(t)
    .updateTable('newsroom.sign_off')
    .set({ voided_at: new Date(t.now()), void_reason: reason })
    .where('story_id', '=', storyId)
    .where('voided_at', 'is', null)
    .returning('id')
    .execute()
  return voided.length
}

export function findCorrections(ctx: Ctx, storyId: string): Promise<CorrectionTable[]> {
  return read(ctx).selectFrom('newsroom.correction').selectAll().where('story_id', '=', storyId).orderBy('at').execute()
}

export async function insertCorrection(t: Tx, correction: CorrectionTable): Promise<void> {
  await read(t).insertInto('newsroom.correction').values(correction).execute()
}
