import type { Revision, Story } from '@rongmei/contract'
import App from 'antd/es/app'
import Segmented from 'antd/es/segmented'
import Switch from 'antd/es/switch'
import { useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { choice, text, useUrlFilters } from '../../../lib/url-filters.ts'
import { useApi } from '../../../lib/queries.ts'
import { usePhone } from '../../../lib/screen.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useRemember } from '../acts/useStoryActs.ts'
import { DiffView } from '../parts/DiffView.tsx'
import { zh } from '../zh.ts'
import { pickPair } from './pair.ts'
import { RevisionList } from './RevisionList.tsx'
import './revisions.css'

const words = zh.revisions
const spec = { from: text(8), to: text(8), look: choice(['inline', 'sideBySide']) }
type Look = 'inline' | 'sideBySide'

/** Every kept version: compare any two, take one back. Which two stands in the address. */
export function Component() {
  const { id = '' } = useParams()
  const story = useApi('newsroom', 'getStory', { params: { id } })
  const list = useApi('newsroom', 'listRevisions', { params: { id } })
  return (
    <QueryState query={list} rows={10}>
      {({ items }) => <Bench id={id} story={story.data} items={items} />}
    </QueryState>
  )
}

function Bench({ id, story, items }: { id: string; story: Story | undefined; items: Revision[] }) {
  const filters = useUrlFilters(spec)
  const phone = usePhone()
  const pair = pickPair(items, filters.values.from, filters.values.to)
  const look = filters.values.look ?? (phone ? 'inline' : 'sideBySide')
  const [all, setAll] = useState(false)
  const restore = useRestore(story)
  const target = items.find((one) => one.no === pair?.from)
  return (
    <DetailPage
      id="revisions"
      header={
        <PageHeader
          title={words.title}
          back={{ to: paths.story(id), label: story?.title || zh.library.untitled }}
          meta={pair && <span className="rm-num">{words.compare(pair.from, pair.to)}</span>}
          actions={
            pair && (
              <>
                <Looks look={look} all={all} onLook={(next) => filters.set({ look: next })} onAll={setAll} />
                {target && !target.current && (
                  <ActionButton can={story?.can.edit} loading={restore.busy} onClick={() => restore.ask(target)}>
                    {`${words.restore}（${words.no(target.no)}）`}
                  </ActionButton>
                )}
              </>
            )
          }
        />
      }
      left={{
        title: words.title,
        content: (
          <RevisionList
            items={items}
            from={pair?.from ?? null}
            to={pair?.to ?? null}
            onPick={(patch) =>
              filters.set({ from: String(patch.from ?? pair?.from ?? ''), to: String(patch.to ?? pair?.to ?? '') })
            }
          />
        ),
      }}
    >
      {pair ? (
        <Compare id={id} from={pair.from} to={pair.to} look={look} all={all} />
      ) : (
        <EmptyState title={words.empty} />
      )}
    </DetailPage>
  )
}

/** How the two are laid side by side, and whether all of the text is shown. */
function Looks(props: { look: Look; all: boolean; onLook: (look: Look) => void; onAll: (all: boolean) => void }) {
  const { look, all, onLook, onAll } = props
  return (
    <>
      <Segmented
        value={look}
        onChange={onLook}
        options={[
          { value: 'sideBySide', label: words.sideBySide },
          { value: 'inline', label: words.inline },
        ]}
      />
      <label className="revisions-all">
        <Switch size="small" checked={!all} onChange={(checked) => onAll(!checked)} /> {words.onlyChanges}
      </label>
    </>
  )
}

function Compare(props: { id: string; from: number; to: number; look: Look; all: boolean }) {
  const { id, from, to } = props
  const before = useApi(
    'newsroom',
    'getRevision',
    { params: { id, no: from } },
    { staleTime: Number.POSITIVE_INFINITY },
  )
  const after = useApi('newsroom', 'getRevision', { params: { id, no: to } })
  return (
    <QueryState query={before} rows={10}>
      {(old) => (
        <QueryState query={after} rows={10}>
          {(now) => (
            <div className="revisions-paper">
              <DiffView before={old.content} after={now.content} look={props.look} all={props.all} />
            </div>
          )}
        </QueryState>
      )}
    </QueryState>
  )
}

/** Restoring replaces what is on the page now, so it asks; the text before stays a version. */
function useRestore(story: Story | undefined) {
  const { modal, message } = App.useApp()
  const remember = useRemember()
  const [busy, setBusy] = useState(false)
  const run = async (no: number) => {
    if (!story) return
    setBusy(true)
    try {
      remember(await api.newsroom.restoreRevision({ params: { id: story.id, no }, body: { rev: story.rev } }))
      void message.success(words.restored(no))
    } catch (error) {
      void message.error(sentenceFor(error), 6)
    } finally {
      setBusy(false)
    }
  }
  const ask = ({ no }: Revision) =>
    modal.confirm({
      title: words.restoreTitle(no),
      content: words.restoreText,
      okText: words.restore,
      onOk: () => run(no),
    })
  return { busy, ask }
}
