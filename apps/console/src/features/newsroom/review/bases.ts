import type { Revision } from '@rongmei/contract'

export type ReviewView = 'text' | 'submitted' | 'since'

/**
 * Which versions a reviewer may compare the story with: what was sent to review last, and what stood when this person
 * last looked. A comparison of the present text with itself is not offered.
 */
export function baseVersions(
  items: Pick<Revision, 'no' | 'at' | 'reason' | 'current'>[],
  seenAt: string | null,
): { submitted: number | null; since: number | null } {
  const newestFirst = [...items].sort((one, two) => two.no - one.no)
  const other = (found: (typeof newestFirst)[number] | undefined) => (found && !found.current ? found.no : null)
  const seen = seenAt === null ? Number.NaN : Date.parse(seenAt)
  return {
    submitted: other(newestFirst.find((one) => one.reason === 'submitted')),
    since: other(newestFirst.find((one) => one.reason !== 'rescued' && Date.parse(one.at) <= seen)),
  }
}

/** The item after this one in a queue, or the first; null when it was the only one. */
export function nextInQueue(ids: readonly string[], id: string, step: 1 | -1 = 1): string | null {
  const others = ids.filter((one) => one !== id)
  if (others.length === 0) return null
  const at = ids.indexOf(id)
  if (at < 0) return others[0] ?? null
  return ids[(at + step + ids.length) % ids.length] ?? null
}

/** The earliest planned time first; what has none comes after. */
export function byUrgency<Row extends { plannedAt: string | null }>(rows: readonly Row[]): Row[] {
  const time = (row: Row) => (row.plannedAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.plannedAt))
  return [...rows].sort((one, two) => (time(one) === time(two) ? 0 : time(one) - time(two)))
}
