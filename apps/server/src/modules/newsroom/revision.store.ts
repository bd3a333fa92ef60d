import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import { read } from './story.store.ts'
import type { RevisionTable } from './tables.ts'

export type RevisionHead = Omit<RevisionTable, 'content'>

const HEAD = [
  'story_id',
  'no',
  'at',
  'started_at',
  'by_id',
  'by_name',
  'reason',
  'title',
  'content_hash',
  'characters',
] as const

export function findRevisions(ctx: Ctx, storyId: string): Promise<RevisionHead[]> {
  return read(ctx)
    .selectFrom('newsroom.revision')
    .select(HEAD)
    .where('story_id', '=', storyId)
    .orderBy('no', 'desc')
    .execute()
}

export function findRevision(ctx: Ctx, storyId: string, no: number): Promise<RevisionTable | undefined> {
  return read(ctx)
    .selectFrom('newsroom.revision')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('no', '=', no)
    .executeTakeFirst()
}

export function findLastRevision(ctx: Ctx, storyId: string): Promise<RevisionHead | undefined> {
  return read(ctx)
    .selectFrom('newsroom.revision')
    .select(HEAD)
    .where('story_id', '=', storyId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertRevision(t: Tx, revision: RevisionTable): Promise<void> {
  await read(t)
    .insertInto('newsroom.revision')
    .values({ ...revision, content: json(revision.content) as never })
    .execute()
}

/** Puts newer text into a revision that is still open. */
export async function replaceRevision(t: Tx, revision: RevisionTable): Promise<void> {
  const { story_id, no, content, ...rest } = revision
  await read(t)
    .updateTable('newsroom.revision')
    .set({ ...rest, content: json(content) as never })
    .where('story_id', '=', story_id)
    .where('no', '=', no)
    .execute()
}
