import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { StoryTable } from './tables.ts'

export type PublishedRow = Pick<
  StoryTable,
  'id' | 'number' | 'title' | 'kind' | 'state' | 'planned_at' | 'source_kind' | 'source_name' | 'source_unit_id'
> & {
  published_at: Date
  /** Errors that corrections after publication admitted, and when the first was. */
  errors: number
  corrected_at: Date | null
  withdrawn_at: string | null
}

/** Everything that was published in [from, to), whatever became of it, with what had to be put right afterwards. */
export async function findPublished(ctx: Ctx, from: Date, to: Date): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select s.id, s.number, s.title, s.kind, s.state, s.planned_at, s.published_at, s.source_kind, s.source_name, s.source_unit_id,
      coalesce(sum(c.errors), 0)::bigint as errors, min(c.at) as corrected_at, s.withdrawal ->> 'at' as withdrawn_at
    from newsroom.story s left join newsroom.correction c on c.story_id = s.id
    where s.published_at >= ${from} and s.published_at < ${to}
    group by s.id order by s.published_at, s.id`.execute(ctx.db)
  return rows
}

/** Stories of a kind that were planned for [from, to), published or not. */
export async function findPlanned(
  ctx: Ctx,
  kind: StoryTable['kind'],
  from: Date,
  to: Date,
): Promise<Pick<StoryTable, 'id' | 'number' | 'title' | 'state' | 'planned_at' | 'published_at'>[]> {
  const { rows } = await sql<Pick<StoryTable, 'id' | 'number' | 'title' | 'state' | 'planned_at' | 'published_at'>>`
    select id, number, title, state, planned_at, published_at from newsroom.story
    where kind = ${kind} and planned_at >= ${from} and planned_at < ${to} and removed_at is null
    order by planned_at, id`.execute(ctx.db)
  return rows
}

export type Correctiveness = { subject: string; errors: number; at: Date; number: string; title: string; id: string }

/** Corrections after publication made in [from, to): errors that proofreading let through. */
export async function findCorrectionsMade(ctx: Ctx, from: Date, to: Date): Promise<Correctiveness[]> {
  const { rows } = await sql<Correctiveness>`
    select 'story:' || s.id as subject, c.errors, c.at, s.number, s.title, s.id
    from newsroom.correction c join newsroom.story s on s.id = c.story_id
    where c.at >= ${from} and c.at < ${to} order by c.at`.execute(ctx.db)
  return rows
}

export async function findTitles(ctx: Ctx, ids: string[]): Promise<Map<string, { number: string; title: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    number: string
    title: string
  }>`select id, number, title from newsroom.story where id = any(${ids}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
