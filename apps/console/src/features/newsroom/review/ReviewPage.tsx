import type { Story } from '@rongmei/contract'
import { useParams } from 'react-router'
import { useApi, useApiPages } from '../../../lib/queries.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { byUrgency } from './bases.ts'
import { ReviewBench } from './ReviewBench.tsx'

/** `/stories/:id/review`: the story between what waits for me and what I decide about it. */
export function Component() {
  const { id = '' } = useParams()
  const query = useApi('newsroom', 'getStory', { params: { id } })
  const queue = useApiPages('newsroom', 'listStories', { query: { view: 'review', limit: 50 } })
  return (
    <QueryState query={query} rows={10}>
      {(story: Story) => <ReviewBench key={id} story={story} queue={{ ...queue, items: byUrgency(queue.items) }} />}
    </QueryState>
  )
}
