import { formatDay, formatMoment, relative } from '../lib/format.ts'
import { useNow } from '../lib/now.ts'

/**
 * A moment as `2026-11-23 14:05`; with `ago` the relative time stands beside it, never instead of it.
 *
 * @example <Moment at={row.updatedAt} ago />
 */
export function Moment({
  at,
  ago = false,
  dayOnly = false,
}: {
  at: string | null | undefined
  ago?: boolean
  dayOnly?: boolean
}) {
  const now = useNow()
  if (!at) return <span className="rm-muted">—</span>
  return (
    <time dateTime={at} className="rm-moment" title={formatMoment(at)}>
      {dayOnly ? formatDay(at) : formatMoment(at)}
      {ago && <span className="rm-ago"> {relative(at, now)}</span>}
    </time>
  )
}
