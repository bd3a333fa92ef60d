import { levelNames, type ReviewLevel, type StoryRow } from '@rongmei/contract'
import { formatMoment } from '../../../lib/format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { zh } from '../zh.ts'

const LEVELS: Partial<Record<StoryRow['next'], ReviewLevel>> = {
  reviewFirst: 'first',
  reviewSecond: 'second',
  reviewFinal: 'final',
}

/** What waits for me, the most urgent first. */
export function Queue({ rows, current, onOpen }: { rows: StoryRow[]; current: string; onOpen: (id: string) => void }) {
  if (rows.length === 0) return <EmptyState title={zh.review.queueEmpty} />
  return (
    <ul className="queue">
      {rows.map((row) => {
        const level = LEVELS[row.next]
        return (
          <li key={row.id}>
            <button
              type="button"
              className={`queue-item${row.id === current ? ' queue-current' : ''}`}
              aria-current={row.id === current}
              onClick={() => onOpen(row.id)}
            >
              <span className="queue-title">{row.title || zh.library.untitled}</span>
              <span className="rm-muted">
                {level && levelNames[level]}　{row.author.name}
                {row.openMust > 0 && (
                  <strong className="late">{`　${zh.library.columns.openMust} ${row.openMust}`}</strong>
                )}
              </span>
              {row.plannedAt && (
                <span
                  className={`rm-num ${row.late ? 'late' : 'rm-muted'}`}
                >{`${formatMoment(row.plannedAt)}${row.late ? `　${zh.library.lateShort}` : ''}`}</span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
