import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { foundBy } from './search.store.ts'
import type { StoryTable } from './tables.ts'

/** A story as readers may have it. `body` only where one article is asked for. */
export type ArticleRow = Pick<
  StoryTable,
  | 'id'
  | 'number'
  | 'kind'
  | 'title'
  | 'deck'
  | 'category'
  | 'cover_url'
  | 'byline'
  | 'source_kind'
  | 'source_name'
  | 'content_hash'
> & {
  state: 'published' | 'corrected' | 'withdrawn'
  published_at: Date
  updated_at: Date
  reads: number
}
export type FullArticle = ArticleRow &
  Pick<StoryTable, 'body'> & { corrections: { at: string; notice: string }[]; withdrawal: StoryTable['withdrawal'] }

export type ArticleQuery = {
  category?: string
  kind?: string
  after?: { at: Date; id: string }
  words?: string
  limit: number
}

/** Published stories, newest first. */
export async function findArticles(ctx: Ctx, query: ArticleQuery): Promise<ArticleRow[]> {
  const { rows } = await sql<ArticleRow>`
    select s.id, s.number, s.kind, s.title, s.deck, s.category, s.cover_url, s.byline, s.source_kind, s.source_name, s.content_hash, s.state, s.published_at, s.updated_at, s.reads
    from newsroom.story s
    where s.state in ('published', 'corrected') and s.removed_at is null and s.published_at is not null
      ${query.category ? sql`and s.category = ${query.category}` : sql``}
      ${query.kind ? sql`and s.kind = ${query.kind}` : sql``}
      ${query.words ? sql`and s.id in (${foundBy(query.words)})` : sql``}
      ${query.after ? sql`and (s.published_at, s.id) < (${query.after.at}, ${query.after.id}::uuid)` : sql``}
    order by s.published_at desc, s.id desc limit ${query.limit}`.execute(ctx.db)
  return rows
}

/** One article by its number, with its corrections; a withdrawn one too, so that a notice can stand in its place. */
export async function findArticle(ctx: Ctx, number: string): Promise<FullArticle | undefined> {
  const { rows } = await sql<FullArticle>`
    select s.id, s.number, s.kind, s.title, s.deck, s.category, s.cover_url, s.byline, s.source_kind, s.source_name, s.content_hash, s.state, s.published_at, s.updated_at, s.reads, s.body, s.withdrawal,
      case when s.state = 'corrected' then (select coalesce(json_agg(json_build_object('at', c.at, 'notice', c.notice) order by c.at desc), '[]') from newsroom.correction c where c.story_id = s.id) else '[]' end as corrections
    from newsroom.story s
    where s.number = ${number} and s.state in ('published', 'corrected', 'withdrawn')`.execute(ctx.db)
  return rows[0]
}

/** Story ids of public articles by number; numbers that are none fall away. */
export async function articleIds(ctx: Ctx, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from newsroom.story where number = any(${[...new Set(numbers)]}::text[]) and state in ('published', 'corrected')`.execute(
    ctx.db,
  )
  return rows.map((row) => row.id)
}
