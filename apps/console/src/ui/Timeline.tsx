import { formatMoment } from '../lib/format.ts'
import type { ReactNode } from 'react'
import type { Tone } from './StateTag.tsx'
import './timeline.css'

/** One thing that happened. `what` reads on from `who`: 王记者 + 送审. */
export type TimelineEntry = { id: string; at: string; who: string; what: string; detail?: ReactNode; tone?: Tone }

/**
 * What happened, newest first as given, one heading per day. An ordered list for screen readers.
 *
 * @example <Timeline label="经过" entries={events.map((e) => ({ id: e.id, at: e.at, who: e.actorName, what: e.label }))} />
 */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  let day = ''
  return (
    <ol className="rm-timeline" aria-label={label}>
      {entries.map((entry) => {
        const [date = '', time = ''] = formatMoment(entry.at).split(' ')
        const newDay = date !== day
        day = date
        return (
          <li key={entry.id} className={`rm-timeline-entry rm-timeline-${entry.tone ?? 'quiet'}`}>
            {newDay && <div className="rm-timeline-day">{date}</div>}
            <div className="rm-timeline-line">
              <time dateTime={entry.at} className="rm-num rm-muted">
                {time}
              </time>
              <span>
                <strong>{entry.who}</strong> {entry.what}
              </span>
            </div>
            {entry.detail && <div className="rm-timeline-detail">{entry.detail}</div>}
          </li>
        )
      })}
    </ol>
  )
}
