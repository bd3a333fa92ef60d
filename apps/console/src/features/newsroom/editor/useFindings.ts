import type { Story } from '@rongmei/contract'
import App from 'antd/es/app'
import { useCallback, useEffect, useState } from 'react'
import { sentenceFor } from '../../../lib/explain.ts'
import { zh } from '../zh.ts'
import { replaceWords, scrollToWords } from './accept.ts'
import type { FindingActs } from './FindingsPanel.tsx'
import { isOpen, neighbour, type Shown } from './shown.ts'
import { markActive } from './underlines.ts'
import { useChecking, useDecisions } from './useChecking.ts'
import type { Writing } from './useWriting.ts'

/** The findings of the page: which one is chosen, walking among them, and what is done about them. */
export function useFindings(story: Story, writing: Writing) {
  const { message } = App.useApp()
  const { editors, engine, editable } = writing
  const checking = useChecking(story, editors, writing.edits, editable)
  const flush = useCallback(() => engine.saver.flush(), [engine])
  const decisions = useDecisions(story, flush)
  const [chosen, setChosen] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const { list } = checking
  const tell = (error: unknown) => void message.error(sentenceFor(error), 6)

  const choose = useCallback((key: string | null) => setChosen(key), [])
  useEffect(() => {
    for (const editor of Object.values(editors)) if (!editor.isDestroyed) markActive(editor, chosen)
    const shown = list.find((one) => one.key === chosen)
    if (shown) scrollToWords(editors, shown)
    // Only a new choice moves the page; a list that was checked again must not.
  }, [chosen])

  const move = (step: 1 | -1) => choose(neighbour(list.filter(isOpen), chosen, step))
  const advance = (from: Shown) => {
    const open = list.filter(isOpen)
    const next = neighbour(open, from.key, 1)
    choose(next === from.key ? null : next)
  }
  const decide = (shown: Shown, verdict: 'ignored' | 'addedWord', reason = '') => {
    advance(shown)
    decisions.decide(shown, verdict, reason).catch(tell)
  }
  const acts: FindingActs = {
    accept: (shown, suggestion) => {
      advance(shown)
      if (!replaceWords(editors, shown, suggestion)) return void message.warning(zh.findings.gone)
      checking.drop(shown.finding)
      if (shown.stored) decisions.decide(shown, 'accepted').catch(tell)
    },
    ignore: (shown, reason) => decide(shown, 'ignored', reason),
    addWord: (shown) => decide(shown, 'addedWord'),
  }
  const proofread = async () => {
    setRunning(true)
    try {
      const run = await decisions.proofread()
      checking.again()
      return run
    } catch (error) {
      tell(error)
      return null
    } finally {
      setRunning(false)
    }
  }
  return { ...checking, chosen, choose, move, acts, proofread, running }
}

export type Findings = ReturnType<typeof useFindings>
