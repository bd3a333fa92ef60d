import { eventNames, type EventView, platformEndpoints } from '@rongmei/contract'
import { addDays, startOfDay } from '@rongmei/kit'
import type { Ctx } from './ctx.ts'
import { type EventQuery, type EventRow, findEvents } from './events.store.ts'
import type { Http } from './http/serve.ts'
import { Refused } from './refusal.ts'

/** The audit trail: every fact of every module, newest first. */
export function serveAudit(http: Http): void {
  http.on(platformEndpoints.listEvents, async (ctx, { query }) => {
    if (!ctx.actor.abilities.has('audit.read')) throw new Refused('ability.missing')
    const wanted: EventQuery = { limit: query.limit + 1 }
    if (query.kind) wanted.kind = query.kind
    if (query.actor) wanted.actor = query.actor
    if (query.subject) wanted.subject = query.subject
    if (query.from) wanted.from = new Date(startOfDay(query.from))
    if (query.to) wanted.to = new Date(startOfDay(addDays(query.to, 1)))
    if (query.cursor && /^\d+$/.test(query.cursor)) wanted.before = Number(query.cursor)
    const rows = await findEvents(ctx, wanted)
    const items = rows.slice(0, query.limit)
    return { items: items.map(toEventView), next: rows.length > query.limit ? String(items.at(-1)?.seq) : null }
  })
}

/** Everything that happened to one subject, newest first: a module's timeline. */
export async function timelineOf(ctx: Ctx, subject: string, limit = 200): Promise<EventView[]> {
  return (await findEvents(ctx, { subject, limit })).map(toEventView)
}

function toEventView(row: EventRow): EventView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    label: eventNames[row.kind] ?? row.kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    subject: row.subject,
    data: row.data,
    sealed: row.sealed,
  }
}
