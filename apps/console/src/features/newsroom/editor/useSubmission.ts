import { Refusal, type Story } from '@rongmei/contract'
import App from 'antd/es/app'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { useBack } from '../../../lib/here.ts'
import { useRemember } from '../acts/useStoryActs.ts'
import { zh } from '../zh.ts'
import { externalPictures } from './content.ts'
import type { Shown } from './shown.ts'
import type { Findings } from './useFindings.ts'
import { wordsIn } from './useWords.ts'
import type { Writing } from './useWriting.ts'

type Dialog = { open: Shown[]; external: number }

/** Saving, a stored proofreading run and the question about what is still open, in this order, before submission. */
export function useSubmission(story: Story, writing: Writing, findings: Findings) {
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
