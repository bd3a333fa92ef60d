import type { Story } from '@rongmei/contract'
import { type RefObject, useEffect } from 'react'
import { RENEW_EVERY } from './lock.ts'
import type { Engine } from './useEngine.ts'
import type { Own } from './useOwnText.ts'

type Ways = { look: () => Promise<Story>; load: (next: Story) => void }

/** News of the story: who holds the lock, and a newer text when nothing of ours would be lost by showing it. */
export function useNews(story: Story, engine: Engine, own: RefObject<Own>, { look, load }: Ways): void {
  const { locker, saver } = engine
  useEffect(() => {
    // A story that went on to review has no lock to hold.
    if (!story.can.edit.ok && story.lock === null) locker.send({ type: 'reloaded' })
    else locker.send({ type: 'seen', lock: story.lock, unsaved: saver.unsaved() })
    const sending = saver.state.get().sending !== null
    // Who lost the lock keeps seeing their own words until they ask for the new ones.
    const lost = locker.state.get().kind === 'lost'
    if (story.rev > own.current.rev && !saver.unsaved() && !sending && !lost) load(story)
  }, [story, engine, load])

  // A lock that runs out is announced by nobody.
  const waiting = locker.state.use().kind === 'other'
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setInterval(() => void look().catch(() => undefined), RENEW_EVERY)
    return () => clearInterval(timer)
  }, [waiting, look])
}
