import { Refusal, type Story } from '@rongmei/contract'
import { useQueryClient } from '@tanstack/react-query'
import App from 'antd/es/app'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { reasonAgainst } from '../../../lib/can.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { invalidate } from '../../../lib/queries.ts'
import { useRemember } from '../acts/useStoryActs.ts'
import { zh } from '../zh.ts'
import { nextInQueue } from './bases.ts'
import type { Reading } from './useReading.ts'

const words = zh.review
const STALE = new Set(['story.hashMoved', 'story.moved', 'story.wrongState'])

/** Passing and returning; afterwards the next story of the queue is on screen. */
export function useDecision(story: Story, reading: Reading, queue: readonly string[]) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { state } = useLocation()
  const client = useQueryClient()
  const remember = useRemember()
  const [text, setText] = useState('')
  const [returning, setReturning] = useState(false)
  const [busy, setBusy] = useState<'pass' | 'return' | null>(null)
  const title = story.title || zh.library.untitled
  const params = { id: story.id }

  const decide = async (what: 'pass' | 'return', act: () => Promise<Story>, done: string) => {
    if (busy) return
    setBusy(what)
    try {
      remember(await act())
      const next = nextInQueue(queue, story.id)
      void message.success(next ? `${done}，${words.next}` : `${done}，${words.last}`)
      await navigate(next ? paths.storyReview(next) : `${paths.stories()}?view=review`, { replace: true, state })
    } catch (error) {
      void message.error(sentenceFor(error), 6)
      if (error instanceof Refusal && STALE.has(error.key)) void invalidate(client, 'newsroom', 'getStory')
    } finally {
      setBusy(null)
    }
  }
  const why = reading.moved ? words.changedWhile : null
  const pass = () => {
    if (why || reasonAgainst(story.can.review)) return
    const body = { rev: reading.story.rev, contentHash: reading.story.contentHash, opinion: text.trim() }
    void decide('pass', () => api.newsroom.reviewStory({ params, body }), words.passed(title))
  }
  const giveBack = () => {
    if (!text.trim() || reasonAgainst(story.can.return)) return
    void decide(
      'return',
      () => api.newsroom.returnStory({ params, body: { rev: story.rev, reason: text.trim() } }),
      words.returned(title),
    )
  }
  const startReturn = () => {
    if (reasonAgainst(story.can.return)) return
    setReturning(true)
  }
  return { text, setText, returning, startReturn, stopReturn: () => setReturning(false), busy, pass, giveBack, why }
}

export type Decision = ReturnType<typeof useDecision>
