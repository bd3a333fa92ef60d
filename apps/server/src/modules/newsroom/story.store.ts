import type { StoryState } from '@rongmei/contract'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { NewsroomTables, StoryTable } from './tables.ts'

export const read = (ctx: Ctx) => ctx.db.withTables<NewsroomTables>()

export type StoryRowData = Omit<StoryTable, 'reads' | 'search' | 'search_stale'> & { reads: number }

const COLUMNS = [
  'id',
  'number',
  'kind',
  'title',
  'state',
  'category',
  'author_id',
  'author_name',
  'unit_name',
  'characters',
  'planned_at',
  'updated_at',
  'submitted_at',
  'published_at',
  'removed_at',
  'returned',
  'open_must',
  'reads',
] as const
export type StoryListRow = Pick<StoryRowData, (typeof COLUMNS)[number]> & { signed: string[] }

export async function findStory(ctx: Ctx, id: string): Promise<StoryRowData | undefined> {
  return (await read(ctx).selectFrom('newsroom.story').selectAll().where('id', '=', id).executeTakeFirst()) as
    | StoryRowData
    | undefined
}

/** The story under a row lock: the second of two people who act at once waits here and then sees what the first did. */
export async function lockStory(t: Tx, id: string): Promise<StoryRowData | undefined> {
  return (await read(t).selectFrom('newsroom.story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as
    | StoryRowData
    | undefined
}

export async function nextNumber(t: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select newsroom.next_number(${year}) as n`.execute(t.db)
  return rows[0]?.n ?? 0
}

export type NewStory = Omit<StoryRowData, 'reads'>

export async function insertStory(t: Tx, story: NewStory): Promise<void> {
  await read(t)
    .insertInto('newsroom.story')
    .values({
      ...story,
      body: json(story.body) as never,
      byline: json(story.byline) as never,
      returned: null,
      withdrawal: null,
    })
    .execute()
}

type Patch = Partial<Omit<NewStory, 'id'>>

/** Writes the changed columns and counts the revision up; the caller holds the row lock. */
export async function updateStory(t: Tx, id: string, patch: Patch): Promise<void> {
  const { body, byline, returned, withdrawal, ...plain } = patch
  const texts = body !== undefined || patch.title !== undefined || patch.deck !== undefined
  await read(t)
    .updateTable('newsroom.story')
    .set((eb) => ({
      ...plain,
      ...(body === undefined ? {} : { body: json(body) as never }),
      ...(byline === undefined ? {} : { byline: json(byline) as never }),
      ...(returned === undefined ? {} : { returned: returned === null ? null : (json(returned) as never) }),
      ...(withdrawal === undefined ? {} : { withdrawal: withdrawal === null ? null : (json(withdrawal) as never) }),
      ...(texts ? { search_stale: true } : {}),
      rev: eb('rev', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The count of open 必须改 findings that lists show. Not a change of the story: the revision stays. */
export async function writeOpenMust(t: Tx, id: string, count: number): Promise<void> {
  await read(t).updateTable('newsroom.story').set({ open_must: count }).where('id', '=', id).execute()
}

export type StoryQuery = {
  scope: { all: boolean; authorId: string | null; states: readonly StoryState[] }
  author?: string
  states?: readonly StoryState[]
  kind?: StoryTable['kind']
  category?: StoryTable['category']
  unit?: string
  from?: Date
  to?: Date
  /** Planned before this instant and still not out. */
  lateAt?: Date
  /** A `to_tsquery('simple', …)` expression. */
  words?: string
  number?: string
  returnedOnly?: boolean
  sort: 'updated' | 'published' | 'planned'
  after?: { at: Date; id: string }
  limit: number
}

/** By planned time, stories without one come last, as if planned in 1970; by publication, only what is out is listed. */
const sortKey = {
  updated: sql<Date>`s.updated_at`,
  published: sql<Date>`s.published_at`,
  planned: sql<Date>`coalesce(s.planned_at, 'epoch')`,
}

/** A page of the library, newest first by the chosen time; without counting, so that it costs the same in a large library. */
export function findStories(ctx: Ctx, query: StoryQuery): Promise<StoryListRow[]> {
  const by = sortKey[query.sort]
  let rows = read(ctx)
    .selectFrom('newsroom.story as s')
    .select(COLUMNS.map((column) => `s.${column}` as const))
    .select((eb) => signedBy(eb))
    .where('s.removed_at', 'is', null)
    .orderBy(by, 'desc')
    .orderBy('s.id', 'desc')
    .limit(query.limit)
  if (!query.scope.all)
    rows = rows.where((eb) =>
      eb.or([eb('s.author_id', '=', query.scope.authorId), eb('s.state', 'in', query.scope.states)]),
    )
  if (query.author) rows = rows.where('s.author_id', '=', query.author)
  if (query.states) rows = rows.where('s.state', 'in', query.states)
  if (query.kind) rows = rows.where('s.kind', '=', query.kind)
  if (query.category) rows = rows.where('s.category', '=', query.category)
  if (query.unit) {
    const { unit } = query
    rows = rows.where((eb) => eb.or([eb('s.unit_id', '=', unit), eb('s.source_unit_id', '=', unit)]))
  }
  if (query.from) rows = rows.where(by, '>=', query.from)
  if (query.to) rows = rows.where(by, '<', query.to)
  if (query.sort === 'published') rows = rows.where('s.published_at', 'is not', null)
  if (query.lateAt)
    rows = rows
      .where('s.planned_at', '<', query.lateAt)
      .where('s.state', 'not in', ['published', 'corrected', 'withdrawn'])
  if (query.returnedOnly !== undefined) rows = rows.where('s.returned', query.returnedOnly ? 'is not' : 'is', null)
  if (query.words) {
    const { words, number } = query
    rows = rows.where((eb) =>
      eb.or([sql<boolean>`s.search @@ to_tsquery('simple', ${words})`, eb('s.number', '=', number ?? '')]),
    )
  }
  if (query.after) {
    const { at, id } = query.after
    rows = rows.where(sql<boolean>`(${by}, s.id) < (${at}, ${id}::uuid)`)
  }
  return rows.execute() as unknown as Promise<StoryListRow[]>
}

function signedBy(eb: ExpressionBuilder<NewsroomTables & { s: StoryTable }, 's'>) {
  return eb
    .selectFrom('newsroom.sign_off as o')
    .select(sql<string[]>`coalesce(array_agg(o.by_id::text), '{}')`.as('signed'))
    .whereRef('o.story_id', '=', 's.id')
    .where('o.voided_at', 'is', null)
    .as('signed')
}

export async function countStories(
  ctx: Ctx,
  where: { states?: readonly StoryState[]; publishedFrom?: Date; lateAt?: Date; author?: string },
): Promise<number> {
  let rows = read(ctx)
    .selectFrom('newsroom.story')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('removed_at', 'is', null)
  if (where.states) rows = rows.where('state', 'in', where.states)
  if (where.publishedFrom) rows = rows.where('published_at', '>=', where.publishedFrom)
  if (where.author) rows = rows.where('author_id', '=', where.author)
  if (where.lateAt)
    rows = rows.where('planned_at', '<', where.lateAt).where('state', 'not in', ['published', 'corrected', 'withdrawn'])
  return (await rows.executeTakeFirstOrThrow()).count
}

/** Stories whose words are not in the index yet. */
export function findStale(
  ctx: Ctx,
  limit: number,
): Promise<Pick<StoryRowData, 'id' | 'rev' | 'number' | 'title' | 'deck' | 'body' | 'author_name'>[]> {
  return read(ctx)
    .selectFrom('newsroom.story')
    .select(['id', 'rev', 'number', 'title', 'deck', 'body', 'author_name'])
    .where('search_stale', '=', true)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Stores the words unless the story was saved again meanwhile (then it stays stale and its turn comes). */
export async function writeSearch(t: Tx, id: string, rev: number, words: string): Promise<void> {
  await sql`update newsroom.story set search = to_tsvector('simple', ${words}), search_stale = rev <> ${rev} where id = ${id}`.execute(
    t.db,
  )
}

/** Adds counted reads. Not a change of the story: the revision stays. */
export async function addToReads(t: Tx, counts: readonly { id: string; reads: number }[]): Promise<void> {
  const values = JSON.stringify(counts)
  await sql`
    update newsroom.story s set reads = s.reads + c.reads
    from jsonb_to_recordset(${values}::jsonb) as c(id uuid, reads bigint) where s.id = c.id`.execute(t.db)
}
