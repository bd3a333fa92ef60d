import type { Story } from '@rongmei/contract'
import Button from 'antd/es/button'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { useHere } from '../../../lib/here.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StoryStateTag } from '../../../ui/StoryStateTag.tsx'
import { MoreActs } from '../acts/MoreActs.tsx'
import type { StoryActs } from '../acts/useStoryActs.ts'
import { zh } from '../zh.ts'
import { SaveLine } from './SaveLine.tsx'
import { openMust } from './shown.ts'
import type { Findings } from './useFindings.ts'
import type { Writing } from './useWriting.ts'

type Props = {
  story: Story
  writing: Writing
  findings: Findings
  acts: StoryActs
  onPreview: () => void
  onProofread: () => void
  onSubmit: () => void
  submitting: boolean
}

/** State, saving and the acts of the story; exactly one of them is primary: its next step. */
export function EditorHeader(props: Props) {
  const { story, writing, findings } = props
  const here = useHere(story.title || zh.library.untitled)
  const must = openMust(findings.list).length
  const draft = story.state === 'draft'
  return (
    <PageHeader
      title={story.title || zh.library.untitled}
      back={{ to: paths.stories(), label: zh.library.title }}
      meta={
        <>
          <StoryStateTag state={story.state} returned={story.returned !== null} />
          <span className="rm-num">{story.number}</span>
          {story.can.edit.ok && <SaveLine save={writing.save} onRetry={() => void writing.engine.saver.flush()} />}
        </>
      }
      actions={
        <>
          <Button onClick={props.onPreview}>{zh.editor.preview}</Button>
          <ActionButton can={story.can.edit} loading={findings.running} onClick={props.onProofread} title="F7">
            {zh.editor.proofread}
          </ActionButton>
          {draft && (
            <ActionButton
              type="primary"
              can={story.can.submit}
              loading={props.submitting}
              onClick={props.onSubmit}
              title="Ctrl + 回车"
            >
              {must > 0 ? zh.editor.submitWith(must) : zh.editor.submit}
            </ActionButton>
          )}
          {story.can.review.ok && (
            <Link to={paths.storyReview(story.id)} state={here}>
              <Button type="primary">{zh.acts.review}</Button>
            </Link>
          )}
          {story.state === 'approved' && (
            <ActionButton
              type="primary"
              can={story.can.publish}
              loading={props.acts.busy === 'publish'}
              onClick={() => props.acts.publish()}
            >
              {zh.acts.publish}
            </ActionButton>
          )}
          <MoreActs story={story} acts={props.acts} />
        </>
      }
    />
  )
}
