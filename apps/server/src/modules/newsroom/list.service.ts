import type { StoryFilter, StoryRow, StoryState, Todo } from '@rongmei/contract'
import { addDays, dayOf, startOfDay } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { queryWords } from '../../platform/search.ts'
import { countOpenInspections } from './inspection.store.ts'
import { scope } from './story.policy.ts'
import { countStories, findStories, type StoryListRow, type StoryQuery } from './story.store.ts'
import { rowView } from './story.view.ts'

/** A page of the library as the actor may see it. */
export async function listStories(ctx: Ctx, filter: StoryFilter): Promise<{ items: StoryRow[]; next: string | null }> {
  const query = queryOf(ctx, filter)
  if (query === null) return { items: [], next: null }
  const rows = await findStories(ctx, { ...query, limit: filter.limit + 1 })
  const items = rows.slice(0, filter.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => rowView(ctx, row)),
    next: rows.length > filter.limit && last ? cursorOf(last, query.sort) : null,
  }
}

/** The filter as the store's query; null when nothing can match (no searchable word, no review ability). */
function queryOf(ctx: Ctx, filter: StoryFilter): StoryQuery | null {
  const query: StoryQuery = { scope: scope(ctx.actor), sort: filter.sort, limit: filter.limit }
  if (filter.view === 'review') {
    const states = reviewStates(ctx)
    if (states.length === 0) return null
    query.states = states
  }
  if (filter.view === 'mine' && ctx.actor.id) query.author = ctx.actor.id
  if (filter.state) query.states = [filter.state]
  if (filter.kind) query.kind = filter.kind
  if (filter.category) query.category = filter.category
  if (filter.unit) query.unit = filter.unit
  if (filter.author) query.author = filter.author
  if (filter.from) query.from = new Date(startOfDay(filter.from))
  if (filter.to) query.to = new Date(startOfDay(addDays(filter.to, 1)))
  if (filter.late) query.lateAt = new Date(ctx.now())
  if (filter.q) {
    const words = queryWords(filter.q)
    if (words === '') return null
    query.words = words
    query.number = filter.q.trim()
  }
  const [at, id] = (filter.cursor ?? '').split('~')
  if (at && id && !Number.isNaN(Date.parse(at))) query.after = { at: new Date(at), id }
  return query
}

function cursorOf(row: StoryListRow, sort: StoryQuery['sort']): string {
  const at = sort === 'updated' ? row.updated_at : sort === 'published' ? row.published_at : row.planned_at
  return `${(at ?? new Date(0)).toISOString()}~${row.id}`
}

/** The states whose review this actor may do. */
function reviewStates(ctx: Ctx): StoryState[] {
  const { abilities } = ctx.actor
  const states: StoryState[] = []
  if (abilities.has('story.reviewFirst')) states.push('submitted')
  if (abilities.has('story.reviewSecond')) states.push('secondReview')
  if (abilities.has('story.reviewFinal')) states.push('finalReview')
  return states
}

const SHOWN = 20

/** 我的待办: what came back, what waits for my signature, what can go out, my drafts, and what I sent and where it is. */
export async function todoOf(ctx: Ctx): Promise<Todo> {
  const { actor } = ctx
  const all = { scope: scope(actor), sort: 'updated' as const, limit: SHOWN }
  const mine = { ...all, author: actor.id ?? '' }
  const pick = (query: StoryQuery, wanted: boolean) => (wanted ? findStories(ctx, query) : Promise.resolve([]))
  const writes = actor.abilities.has('story.write')
  const publishes = actor.abilities.has('story.publish')
  const today = dayOf(ctx.now())
  const [returned, review, publish, drafts, sent, late, publishedToday, inspectionsOpen] = await Promise.all([
    pick({ ...mine, states: ['draft'], returnedOnly: true }, writes),
    pick({ ...all, states: reviewStates(ctx), limit: 100 }, reviewStates(ctx).length > 0),
    pick({ ...all, states: ['approved'] }, publishes),
    pick({ ...mine, states: ['draft'], returnedOnly: false }, writes),
    pick({ ...mine, states: ['submitted', 'secondReview', 'finalReview', 'approved'] }, writes),
    countStories(ctx, {
      lateAt: new Date(ctx.now()),
      ...(actor.abilities.has('story.readAll') ? {} : { author: actor.id ?? '' }),
    }),
    countStories(ctx, { publishedFrom: new Date(startOfDay(today)) }),
    actor.abilities.has('inspection.record') ? countOpenInspections(ctx) : 0,
  ])
  const views = (rows: StoryListRow[]) => rows.map((row) => rowView(ctx, row))
  // What one wrote or has signed already waits for somebody else, not for me.
  const forMe = views(review).filter((row) => row.next.startsWith('review'))
  const group = (key: Todo['groups'][number]['key'], items: StoryRow[]) => ({
    key,
    total: items.length,
    items: items.slice(0, SHOWN),
  })
  return {
    groups: [
      group('returned', views(returned)),
      group('review', forMe),
      group('publish', views(publish)),
      group('drafts', views(drafts)),
      group('sent', views(sent)),
    ],
    late,
    publishedToday,
    inspectionsOpen,
    today,
  }
}
