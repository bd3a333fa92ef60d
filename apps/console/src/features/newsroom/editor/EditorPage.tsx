import { parseBody } from '@rongmei/body'
import { Refusal, type Story } from '@rongmei/contract'
import App from 'antd/es/app'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { useBack } from '../../../lib/here.ts'
import { useKeys } from '../../../lib/keys.ts'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { useRemember, useStoryActs } from '../acts/useStoryActs.ts'
import { zh } from '../zh.ts'
import { MovedDialog } from './Banners.tsx'
import { externalPictures, storedPictures } from './content.ts'
import { EditorHeader } from './EditorHeader.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import type { Words } from './places.ts'
import { Preview } from './Preview.tsx'
import type { Shown } from './shown.ts'
import { SidePanels, type SideTab } from './SidePanels.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import { useFindings } from './useFindings.ts'
import { useLeaving } from './useLeaving.ts'
import { useWriting } from './useWriting.ts'
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
  const save = () => void writing.engine.saver.flush(true)
  const proofread = () => {
    setTab('findings')
    void findings.proofread()
  }
  const showPreview = () => {
    const text = wordsIn(writing.editors)
    const parsed = parseBody(text.body)
    setPreview({ ...text, body: parsed.ok ? parsed.body : story.body })
  }
  const move = (step: 1 | -1) => () => {
    setTab('findings')
    findings.move(step)
    document.querySelector<HTMLElement>('[data-findings-panel]')?.focus({ preventScroll: true })
  }
  useKeys(words.keys.title, [
    { combo: 'mod+s', label: words.keys.save, run: save },
    { combo: 'mod+Enter', label: words.keys.submit, run: () => story.can.submit.ok && void submission.open() },
    { combo: 'F7', label: words.keys.proofread, run: proofread },
    { combo: 'alt+ArrowDown', label: words.keys.next, run: move(1) },
    { combo: 'alt+ArrowUp', label: words.keys.previous, run: move(-1) },
    { combo: 'mod+shift+p', label: words.keys.preview, run: showPreview },
  ])
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
      {submission.dialog && (
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
            setTab('findings')
            findings.choose(key)
          }}
        />
      )}
    </>
  )
}

type Dialog = { open: Shown[]; external: number }

/** Saving, a stored proofreading run and the question about what is still open, in this order, before submission. */
function useSubmission(story: Story, writing: ReturnType<typeof useWriting>, findings: ReturnType<typeof useFindings>) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const back = useBack({ to: paths.stories(), label: zh.library.title })
  const remember = useRemember()
  const [busy, setBusy] = useState(false)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [error, setError] = useState<string | null>(null)
  const open = async () => {
    if (busy) return
    const text = wordsIn(writing.editors)
    if (!text.title.trim() || !text.body.content.some((node) => 'content' in node && node.content)) {
      return void message.warning(zh.submit.empty)
    }
    setBusy(true)
    setError(null)
    const run = await findings.proofread()
    setBusy(false)
    if (!run) return
    const must = run.findings.filter((one) => one.severity === '必须改' && !one.decision)
    const list = must.map((stored) => ({ key: stored.id, finding: stored, stored, place: null }))
    setDialog({ open: list, external: externalPictures(text.body).length })
  }
  const send = async (overrideReason: string | undefined) => {
    setBusy(true)
    setError(null)
    try {
      const now = await writing.look()
      const body = { rev: now.rev, ...(overrideReason ? { overrideReason } : {}) }
      remember(await api.newsroom.submitStory({ params: { id: story.id }, body }))
      setDialog(null)
      void message.success(zh.submit.done)
      await navigate(back.to)
    } catch (problem) {
      setError(sentenceFor(problem))
      if (problem instanceof Refusal && problem.key === 'story.openFindings') void open()
    } finally {
      setBusy(false)
    }
  }
  return { busy, dialog, error, open, send, close: () => setDialog(null) }
}
