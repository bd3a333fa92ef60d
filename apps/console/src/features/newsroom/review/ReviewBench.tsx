import type { Story, StoryRow } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Tabs from 'antd/es/tabs'
import { type ReactNode, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { useKeys } from '../../../lib/keys.ts'
import type { Pages } from '../../../lib/queries.ts'
import { usePhone } from '../../../lib/screen.ts'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { StoryStateTag } from '../../../ui/StoryStateTag.tsx'
import { MoreActs } from '../acts/MoreActs.tsx'
import { useStoryActs } from '../acts/useStoryActs.ts'
import { FindingsPanel } from '../editor/FindingsPanel.tsx'
import { isOpen, type Shown } from '../editor/shown.ts'
import { SignOffs } from '../parts/SignOffs.tsx'
import { StoryTimeline } from '../parts/StoryTimeline.tsx'
import { zh } from '../zh.ts'
import { nextInQueue } from './bases.ts'
import { DecisionBox } from './DecisionBox.tsx'
import { Queue } from './Queue.tsx'
import { StoryView } from './StoryView.tsx'
import { type Decision, useDecision } from './useDecision.ts'
import { type Reading, useReading } from './useReading.ts'
import '../editor/editor.css'
import '../editor/findings.css'
import './review.css'

const words = zh.review

/** The review workbench. On a phone it is one job a screen with the two buttons under the thumb. */
export function ReviewBench({ story, queue }: { story: Story; queue: Pages<StoryRow> }) {
  const phone = usePhone()
  const navigate = useNavigate()
  const { state } = useLocation()
  const reading = useReading(story)
  const ids = queue.items.map((row) => row.id)
  const open = (id: string | null) => id && void navigate(paths.storyReview(id), { replace: true, state })
  const decision = useDecision(story, reading, ids)
  const acts = useStoryActs(story, () => Promise.resolve(true))
  const go = (step?: -1) => open(nextInQueue(ids, story.id, step))
  useReviewKeys(decision, reading, go)
  const header = (
    <PageHeader
      title={story.title || zh.library.untitled}
      back={{ to: `${paths.stories()}?view=review`, label: zh.library.title }}
      meta={<Meta story={story} list={reading.list} />}
      actions={
        <>
          {ids.length > 1 && <Button onClick={() => go()}>{words.skip}</Button>}
          <MoreActs story={story} acts={acts} />
        </>
      }
    />
  )
  const findings = (
    <FindingsPanel
      list={reading.list}
      chosen={reading.chosen}
      onChoose={reading.choose}
      storedAt={story.run?.at ?? null}
      live={false}
    />
  )
  const box = <DecisionBox story={story} decision={decision} />
  if (phone) return <PhoneBench header={header} story={story} reading={reading} findings={findings} box={box} />
  return (
    <DetailPage
      id="review"
      header={header}
      left={{
        title: `${words.queue} ${queue.items.length}`,
        content: <Queue rows={queue.items} current={story.id} onOpen={open} />,
      }}
      right={{
        title: words.title,
        content: <Side story={story} count={reading.list.length} findings={findings} box={box} />,
      }}
    >
      <StoryView story={story} reading={reading} />
    </DetailPage>
  )
}

function Side(props: { story: Story; count: number; findings: ReactNode; box: ReactNode }) {
  const { story, count, findings, box } = props
  return (
    <div className="review-side">
      {box}
      <Tabs
        size="small"
        items={[
          { key: 'findings', label: `${words.tabs.findings} ${count}`, children: findings },
          { key: 'reviews', label: words.tabs.reviews, children: <SignOffs story={story} /> },
          { key: 'timeline', label: zh.side.timeline, children: <StoryTimeline id={story.id} /> },
        ]}
      />
    </div>
  )
}

function useReviewKeys(decision: Decision, reading: Reading, go: (step?: -1) => void): void {
  useKeys(words.keys.title, [
    {
      combo: 'mod+Enter',
      label: words.keys.pass,
      run: () => (decision.returning ? decision.giveBack() : decision.pass()),
    },
    { combo: 'r', label: words.keys.return, run: decision.startReturn },
    { combo: 'j', label: words.keys.next, run: () => go() },
    { combo: 'k', label: words.keys.previous, run: () => go(-1) },
    { combo: 'd', label: words.keys.changes, run: reading.toggleChanges },
    { combo: 'alt+ArrowDown', label: words.keys.finding, run: () => reading.move(1) },
    { combo: 'alt+ArrowUp', label: zh.editor.keys.previous, run: () => reading.move(-1) },
  ])
}

function PhoneBench(props: { header: ReactNode; story: Story; reading: Reading; findings: ReactNode; box: ReactNode }) {
  const { story, reading } = props
  const [tab, setTab] = useState('story')
  return (
    <div className="review-phone">
      {props.header}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: 'story', label: words.tabs.story, children: <StoryView story={story} reading={reading} /> },
          { key: 'findings', label: `${words.tabs.findings} ${reading.list.length}`, children: props.findings },
          {
            key: 'reviews',
            label: words.tabs.reviews,
            children: (
              <>
                <SignOffs story={story} />
                <StoryTimeline id={story.id} />
              </>
            ),
          },
        ]}
      />
      <div className="review-thumb">{props.box}</div>
    </div>
  )
}

const ignoredMust = (list: Shown[]) =>
  list.filter((one) => one.finding.severity === '必须改' && one.stored?.decision?.verdict === 'ignored').length
const stillOpen = (list: Shown[]) => list.filter((one) => one.finding.severity === '必须改' && isOpen(one)).length

function Meta({ story, list }: { story: Story; list: Shown[] }) {
  const ignored = ignoredMust(list)
  const open = stillOpen(list)
  return (
    <>
      <StoryStateTag state={story.state} />
      <span className="rm-num">{story.number}</span>
      <span>
        {words.byline} {story.author.name}
      </span>
      {open > 0 && (
        <StateTag shape="alert" tone="bad">
          {zh.submit.open(open)}
        </StateTag>
      )}
      {ignored > 0 && (
        <StateTag shape="alert" tone="bad">
          {words.ignoredCount(ignored)}
        </StateTag>
      )}
      {story.overrideReason && (
        <Alert className="review-override" type="warning" title={zh.reviews.override(story.overrideReason)} />
      )}
    </>
  )
}
