import { useApi } from '../../../lib/queries.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Timeline, type TimelineEntry } from '../../../ui/Timeline.tsx'
import { zh } from '../zh.ts'

const DETAILS = ['reason', 'opinion', 'notice', 'overrideReason'] as const

/** Everything that happened to a story, newest first, with the reasons given. */
export function StoryTimeline({ id }: { id: string }) {
  const query = useApi('newsroom', 'storyTimeline', { params: { id } })
  return (
    <QueryState query={query} rows={4}>
      {({ items }) => (
        <Timeline
          label={zh.side.timeline}
          entries={items.map((event): TimelineEntry => {
            const detail = DETAILS.map((name) => event.data[name]).find(
              (value) => typeof value === 'string' && value !== '',
            )
            return {
              id: event.id,
              at: event.at,
              who: event.actorName,
              what: event.label,
              ...(typeof detail === 'string' ? { detail } : {}),
            }
          })}
        />
      )}
    </QueryState>
  )
}
