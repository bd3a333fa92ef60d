import type { Story } from '@rongmei/contract'
import { useParams, useSearchParams } from 'react-router'
import { useApi } from '../../../lib/queries.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { CorrectPage } from '../acts/CorrectPage.tsx'
import { EditorPage } from './EditorPage.tsx'

/** `/stories/:id`: writing, or reading what may not be written now; `?act=correct` corrects a published story. */
export function Component() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const query = useApi('newsroom', 'getStory', { params: { id } })
  return (
    <QueryState query={query} rows={10}>
      {(story: Story) =>
        params.get('act') === 'correct' && story.can.correct.ok ? (
          <CorrectPage key={id} story={story} />
        ) : (
          <EditorPage key={id} story={story} />
        )
      }
    </QueryState>
  )
}
