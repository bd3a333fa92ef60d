import { type RawBuilder, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { StoryTable } from './tables.ts'

export type Unindexed = Pick<StoryTable, 'id' | 'rev' | 'number' | 'title' | 'deck' | 'body' | 'author_name'>

/** Ids of the stories that answer a `to_tsquery('simple', …)` expression. */
export function foundBy(words: string): RawBuilder<string> {
  return sql`select f.story_id from newsroom.story_search f where f.words @@ to_tsquery('simple', ${words})`
}

/** Stories whose words are not in the index yet, or no longer true. */
export async function findUnindexed(ctx: Ctx, limit: number): Promise<Unindexed[]> {
  const { rows } = await sql<Unindexed>`
    select s.id, s.rev, s.number, s.title, s.deck, s.body, s.author_name
    from newsroom.search_queue q join newsroom.story s on s.id = q.story_id order by s.id limit ${limit}`.execute(
    ctx.db,
  )
  return rows
}

/** Stores words of many stories at once. A story that was saved again meanwhile stays in the queue: its turn comes. */
export async function writeWords(t: Tx, entries: readonly { id: string; rev: number; words: string }[]): Promise<void> {
  const given = JSON.stringify(entries)
  await sql`
    insert into newsroom.story_search (story_id, words)
    select e.id, to_tsvector('simple', e.words) from jsonb_to_recordset(${given}::jsonb) as e(id uuid, words text)
    on conflict (story_id) do update set words = excluded.words`.execute(t.db)
  await sql`
    delete from newsroom.search_queue q using jsonb_to_recordset(${given}::jsonb) as e(id uuid, rev integer), newsroom.story s
    where q.story_id = e.id and s.id = e.id and s.rev = e.rev`.execute(t.db)
}
