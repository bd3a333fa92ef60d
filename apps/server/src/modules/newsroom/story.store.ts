import type { StoryState } from '@rongmei/contract'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import { foundBy } from './search.store.ts'
import type { NewsroomTables, StoryTable } from './tables.ts'

export const read = (ctx: Ctx) => ctx.db.withTables<NewsroomTables>()

export type StoryRowData = Omit<StoryTable, 'reads'> & { reads: number }

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

export type NewStory = Omit<StoryRowData, 'reads' | 'number'>

/** Inserts a story under the next running number of its year. @returns the number */
export async function insertStory(t: Tx, year: number, story: NewStory): Promise<string> {
  const number = sql<string>`${`${year}-`} || lpad(newsroom.next_number(${year})::text, 4, '0')`
  const { number: given } = await read(t)
    .insertInto('newsroom.story')
    .values({
      ...story,
      number,
      body: json(story.body) as never,
      byline: json(story.byline) as never,
      returned: null,
      withdrawal: null,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return given
}

type Patch = Partial<Omit<NewStory, 'id'>>

/** Writes the changed columns and counts the revision up; the caller holds the row lock. */
export async function updateStory(t: Tx, id: string, patch: Patch): Promise<void> {
  const { body, byline, returned, withdrawal, ...plain } = patch
  await read(t)
    .updateTable('newsroom.story')
    .set((eb) => ({
      ...plain,
      ...(body === undefined ? {} : { body: json(body) as never }),
      ...(byline === undefined ? {} : { byline: json(byline) as never }),
      ...(returned === undefined ? {} : { returned: returned === null ? null : (json(returned) as never) }),
      ...(withdrawal === undefined ? {} : { withdrawal: withdrawal === null ? null : (json(withdrawal) as never) }),
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
    rows = rows.where((eb) => eb.or([sql<boolean>`s.id in (${foundBy(words)})`, eb('s.number', '=', number ?? '')]))
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

/** Adds counted reads. Not a change of the story: the revision stays. */
export async function addToReads(t: Tx, counts: readonly { id: string; reads: number }[]): Promise<void> {
  const values = JSON.stringify(counts)
  await sql`
    update newsroom.story s set reads = s.reads + c.reads
    from jsonb_to_recordset(${values}::jsonb) as c(id uuid, reads bigint) where s.id = c.id`.execute(t.db)
}
