import type { FindingView, ProofreadingRun, Story } from '@rongmei/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../../lib/api.ts'
import { apiQuery } from '../../../lib/queries.ts'
import { layOut, type Words } from './places.ts'
import { isOpen, MARKS, type Shown, showLive, showStored } from './shown.ts'
import { showUnderlines, whereIs } from './underlines.ts'
import { type WordEditors, wordsIn } from './useWords.ts'

const PAUSE = 800
/** Longer texts are checked on request only: reading a book again at every pause helps nobody. */
const LIVE_LIMIT = 100_000

/** What was found in which text; `edits` tells whether the writer went on since. */
type Found = { findings: FindingView[]; words: Words; edits: number }

export type Checking = 'idle' | 'checking' | 'failed' | 'tooLong'

/**
 * The findings of the text on screen. While it may be edited they follow the writing (checked, not stored, after a
 * pause); otherwise they are those of the last stored run.
 */
export function useChecking(story: Story, editors: WordEditors, edits: number, live: boolean) {
  const [found, setFound] = useState<Found | null>(null)
  const [state, setState] = useState<Checking>('idle')
  const [asked, setAsked] = useState(0)
  const run = story.run
  const plannedAt = story.plannedAt
  useEffect(() => {
    if (!live) return setFound(null)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      // In the middle of pinyin the text holds letters that nobody means.
      if (editors.body.view.composing) return
      const words = wordsIn(editors)
      void check(words, plannedAt, abort.signal, setState).then((findings) => {
        if (findings && !abort.signal.aborted) setFound({ findings, words, edits })
      })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [edits, asked, live, plannedAt, editors.title, editors.deck, editors.body])

  const list = useMemo(
    () => (found ? showLive(found.findings, run, found.words) : showStored(run, contentWords(story))),
    [found, run, found ? null : story],
  )
  // Positions of a text that was changed since are wrong; the underlines on the page have followed the writing.
  const stale = found !== null && found.edits !== edits
  useEffect(() => {
    for (const field of ['title', 'deck', 'body'] as const) {
      if (editors[field].isDestroyed) continue
      const shown = stale ? followed(editors[field], list) : list
      showUnderlines(editors[field], underlinesOf(shown, field))
    }
  }, [list, editors.title, editors.deck, editors.body])
  /** Takes a finding off the list before the next check does, since its words were just replaced. */
  const drop = useCallback((finding: FindingView) => {
    setFound((old) => old && { ...old, findings: old.findings.filter((one) => one !== finding) })
  }, [])
  /** Checks the same text again: the word list may have changed. */
  const again = useCallback(() => setAsked((count) => count + 1), [])
  return { list, state, live: found !== null, drop, again }
}

const contentWords = ({ title, deck, body }: Story): Words => ({ title, deck, body })

const underlinesOf = (list: Shown[], field: string) =>
  list.flatMap((shown) =>
    shown.place?.field === field
      ? [{ key: shown.key, place: shown.place, mark: MARKS[shown.finding.severity], decided: !isOpen(shown) }]
      : [],
  )

/** Where the words stand now; a finding stored meanwhile is still drawn under the key it had before. */
const followed = (editor: Editor, list: Shown[]): Shown[] =>
  list.flatMap((one) => {
    const at = whereIs(editor, one.key) ?? (one.liveKey === undefined ? null : whereIs(editor, one.liveKey))
    return at && one.place ? [{ ...one, place: { ...one.place, ...at } }] : []
  })

async function check(
  words: Words,
  plannedAt: string | null,
  signal: AbortSignal,
  setState: (state: Checking) => void,
): Promise<FindingView[] | null> {
  const blocks = layOut(words).map(({ kind, text }) => ({ kind, text }))
  if (blocks.reduce((sum, block) => sum + block.text.length, 0) > LIVE_LIMIT) {
    setState('tooLong')
    return null
  }
  setState('checking')
  try {
    const publishedOn = plannedAt?.slice(0, 10)
    const reply = await api.proofreading.check({
      body: { document: { blocks }, ...(publishedOn ? { publishedOn } : {}) },
      signal,
    })
    setState('idle')
    return reply.findings
  } catch {
    if (!signal.aborted) setState('failed')
    return null
  }
}

/** Stores runs and decisions, and keeps the story in hand up to date with them. */
export function useDecisions(story: Story, flush: () => Promise<boolean>) {
  const client = useQueryClient()
  const id = story.id
  const latest = useRef(story)
  latest.current = story
  const setRun = useCallback(
    (change: (run: ProofreadingRun | null) => ProofreadingRun | null) => {
      const { queryKey } = apiQuery('newsroom', 'getStory', { params: { id } })
      client.setQueryData<Story>(queryKey, (old) => old && { ...old, run: change(old.run) })
    },
    [client, id],
  )
  return useMemo(() => {
    /** Saves, proofreads and stores the run. */
    const proofread = async (): Promise<ProofreadingRun | null> => {
      if (!(await flush())) return null
      const run = await api.newsroom.proofreadStory({ params: { id } })
      setRun(() => run)
      return run
    }
    /** A finding of the live check must be part of a stored run before anything is decided about it. */
    const storedOf = async (shown: Shown) => {
      if (shown.stored) return shown.stored
      const run = await proofread()
      return run ? (showLive([shown.finding], run, contentWords(latest.current))[0]?.stored ?? null) : null
    }
    const decide = async (shown: Shown, verdict: 'accepted' | 'ignored' | 'addedWord', reason = '') => {
      const stored = await storedOf(shown)
      if (!stored || stored.decision) return
      const decided = await api.newsroom.decideFinding({
        params: { id, finding: stored.id },
        body: { verdict, reason },
      })
      setRun((run) => run && { ...run, findings: run.findings.map((one) => (one.id === decided.id ? decided : one)) })
    }
    return { proofread, decide }
  }, [id, flush, setRun])
}
