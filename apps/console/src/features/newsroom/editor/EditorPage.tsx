import { parseBody } from '@rongmei/body'
import type { Story } from '@rongmei/contract'
import { useState } from 'react'
import { useKeys } from '../../../lib/keys.ts'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { useStoryActs } from '../acts/useStoryActs.ts'
import { zh } from '../zh.ts'
import { MovedDialog } from './Banners.tsx'
import { storedPictures } from './content.ts'
import { EditorHeader } from './EditorHeader.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import type { Words } from './places.ts'
import { Preview } from './Preview.tsx'
import { SidePanels, type SideTab } from './SidePanels.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import { type Findings, useFindings } from './useFindings.ts'
import { useLeaving } from './useLeaving.ts'
import { useSubmission } from './useSubmission.ts'
import { useWriting, type Writing } from './useWriting.ts'
import { wordsIn } from './useWords.ts'
import { WritingPage } from './WritingPage.tsx'
import './editor.css'
import './findings.css'

const words = zh.editor

/** The editor: facts on the left, the page in the middle, findings, sign-offs and timeline on the right. */
export function EditorPage({ story }: { story: Story }) {
  const writing = useWriting(story)
  const findings = useFindings(story, writing)
  const submission = useSubmission(story, writing, findings)
  const acts = useStoryActs(story, () => writing.engine.saver.flush())
  const [tab, setTab] = useState<SideTab>('findings')
  const [preview, setPreview] = useState<Words | null>(null)
  useLeaving(writing.engine.saver)
  const proofread = () => {
    setTab('findings')
    void findings.proofread()
  }
  const show = (key: string) => {
    setTab('findings')
    findings.choose(key)
  }
  const showPreview = () => setPreview(textOf(story, writing))
  useEditorKeys({ story, writing, findings, setTab, proofread, showPreview, submit: () => void submission.open() })
  const pictures = storedPictures(writing.editors.body.getJSON())
  return (
    <>
      <DetailPage
        id="story"
        header={
          <EditorHeader
            story={story}
            writing={writing}
            findings={findings}
            acts={acts}
            onPreview={showPreview}
            onProofread={proofread}
            onSubmit={() => void submission.open()}
            submitting={submission.busy}
          />
        }
        left={{
          title: zh.facts.title,
          content: (
            <FactsPanel
              story={story}
              facts={writing.facts}
              editable={writing.editable}
              pictures={pictures}
              onChange={writing.setFacts}
            />
          ),
        }}
        right={{
          title: zh.side.title,
          content: <SidePanels story={story} writing={writing} findings={findings} tab={tab} onTab={setTab} />,
        }}
      >
        <WritingPage story={story} writing={writing} findings={findings} onPick={() => setTab('findings')} />
      </DetailPage>
      <Preview text={preview} facts={writing.facts} onClose={() => setPreview(null)} />
      <MovedDialog writing={writing} />
      <Submission story={story} submission={submission} onShow={show} />
    </>
  )
}

function Submission(props: {
  story: Story
  submission: ReturnType<typeof useSubmission>
  onShow: (key: string) => void
}) {
  const { story, submission } = props
  if (!submission.dialog) return null
  return (
    <SubmitDialog
      story={story}
      open={submission.dialog.open}
      external={submission.dialog.external}
      busy={submission.busy}
      error={submission.error}
      onClose={submission.close}
      onSubmit={(reason) => void submission.send(reason)}
      onShow={(key) => {
        submission.close()
        props.onShow(key)
      }}
    />
  )
}

/** The text as it stands; the stored body where what is being typed makes no body yet. */
function textOf(story: Story, { editors }: Writing): Words {
  const text = wordsIn(editors)
  const parsed = parseBody(text.body)
  return { ...text, body: parsed.ok ? parsed.body : story.body }
}

function useEditorKeys(page: {
  story: Story
  writing: Writing
  findings: Findings
  setTab: (tab: SideTab) => void
  proofread: () => void
  showPreview: () => void
  submit: () => void
}): void {
  const { story, writing, findings } = page
  const move = (step: 1 | -1) => () => {
    page.setTab('findings')
    findings.move(step)
    document.querySelector<HTMLElement>('[data-findings-panel]')?.focus({ preventScroll: true })
  }
  useKeys(words.keys.title, [
    { combo: 'mod+s', label: words.keys.save, run: () => void writing.engine.saver.flush(true) },
    { combo: 'mod+Enter', label: words.keys.submit, run: () => story.can.submit.ok && page.submit() },
    { combo: 'F7', label: words.keys.proofread, run: page.proofread },
    { combo: 'alt+ArrowDown', label: words.keys.next, run: move(1) },
    { combo: 'alt+ArrowUp', label: words.keys.previous, run: move(-1) },
    { combo: 'mod+shift+p', label: words.keys.preview, run: page.showPreview },
  ])
}
