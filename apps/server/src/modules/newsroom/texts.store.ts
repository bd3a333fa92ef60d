import type { StoryContent } from '@rongmei/contract'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { proofDocument } from './domain/content.ts'
import type { StoryTable } from './tables.ts'

/** A text as the proofreader reads it, with whose it is. */
export type Text = Pick<StoryTable, 'id' | 'number' | 'title' | 'characters'> & {
  document: ReturnType<typeof proofDocument>
  publishedAt: Date
}

/**
 * What was published in [from, to) as it was first kept, before anybody proofread it: only there can be seen what a
 * proofreader catches. In an order that is random but the same for everybody.
 */
export async function findFirstTexts(ctx: Ctx, from: Date, to: Date, salt: string, limit: number): Promise<Text[]> {
  const { rows } = await sql<Omit<Text, 'document'> & { content: StoryContent }>`
    select s.id, s.number, r.title, r.characters, r.content, s.published_at as "publishedAt"
    from newsroom.story s
    join lateral (select * from newsroom.revision r where r.story_id = s.id order by r.no limit 1) r on true
    where s.published_at >= ${from} and s.published_at < ${to}
    order by md5(s.id::text || ${salt}) limit ${limit}`.execute(ctx.db)
  return rows.map(({ content, ...row }) => ({ ...row, document: proofDocument(content) }))
}

/** The current texts of everything that is out, after the given id, in the order of ids. */
export async function findCurrentTexts(ctx: Ctx, after: string | null, limit: number): Promise<Text[]> {
  const { rows } = await sql<Omit<Text, 'document'> & Pick<StoryTable, 'deck' | 'body'>>`
    select id, number, title, characters, deck, body, published_at as "publishedAt" from newsroom.story
    where state in ('published', 'corrected') and removed_at is null and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(ctx.db)
  return rows.map(({ deck, body, ...row }) => ({ ...row, document: proofDocument({ title: row.title, deck, body }) }))
}

export async function countCurrentTexts(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from newsroom.story where state in ('published', 'corrected') and removed_at is null`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

export type Written = Pick<
  StoryTable,
  'id' | 'number' | 'title' | 'author_id' | 'author_name' | 'unit_name' | 'characters'
> & {
  published_at: Date
  errors: number
}

/** Whose what was published in [from, to) is, and how many errors were put right afterwards. */
export async function findWritten(ctx: Ctx, from: Date, to: Date): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select s.id, s.number, s.title, s.author_id, s.author_name, s.unit_name, s.characters, s.published_at,
      coalesce(sum(c.errors), 0)::bigint as errors
    from newsroom.story s left join newsroom.correction c on c.story_id = s.id
    where s.published_at >= ${from} and s.published_at < ${to}
    group by s.id order by s.published_at, s.id`.execute(ctx.db)
  return rows
}
