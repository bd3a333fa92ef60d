import type { Story } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Segmented from 'antd/es/segmented'
import { useApi } from '../../../lib/queries.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { contentOf } from '../editor/content.ts'
import { Field } from '../editor/Field.tsx'
import { DiffView } from '../parts/DiffView.tsx'
import { zh } from '../zh.ts'
import type { ReviewView } from './bases.ts'
import type { Reading } from './useReading.ts'

const words = zh.review

/** The story as readers will see it, or what changed in it. */
export function StoryView({ story, reading }: { story: Story; reading: Reading }) {
  const { editors, view, bases } = reading
  const views: ReviewView[] = [
    'text',
    ...(bases.since !== null ? (['since'] as const) : []),
    ...(bases.submitted !== null ? (['submitted'] as const) : []),
  ]
  const base = view === 'since' ? bases.since : view === 'submitted' ? bases.submitted : null
  return (
    <div className="writing">
      {reading.moved && (
        <Alert
          className="review-moved"
          type="warning"
          showIcon
          role="alert"
          title={words.changedWhile}
          action={
            <Button type="primary" onClick={reading.showNew}>
              {words.showNew}
            </Button>
          }
        />
      )}
      {views.length > 1 && (
        <Segmented
          className="review-views"
          value={view}
          onChange={reading.setView}
          options={views.map((value) => ({ value, label: words.view[value] }))}
        />
      )}
      {base !== null && <Changes story={story} base={base} />}
      <div className="paper paper-read" hidden={base !== null}>
        <Field editor={editors.title} className="paper-title" onPick={reading.choose} />
        <Field editor={editors.deck} className="paper-deck" onPick={reading.choose} />
        <Field editor={editors.body} className="paper-body" onPick={reading.choose} />
      </div>
    </div>
  )
}

function Changes({ story, base }: { story: Story; base: number }) {
  const query = useApi(
    'newsroom',
    'getRevision',
    { params: { id: story.id, no: base } },
    { staleTime: Number.POSITIVE_INFINITY },
  )
  return (
    <div className="paper">
      <QueryState query={query}>{({ content }) => <DiffView before={content} after={contentOf(story)} />}</QueryState>
    </div>
  )
}
