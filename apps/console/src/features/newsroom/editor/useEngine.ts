import type { Story, StoryContent } from '@rongmei/contract'
import { type RefObject, useState } from 'react'
import { dropMirror } from './mirror.ts'
import { keepText, lockerFor, saverFor } from './ports.ts'
import type { Own } from './useOwnText.ts'

/** What the engine asks of the page, always as the page stands now. */
export type Callbacks = {
  content: () => StoryContent
  /** Reads the story again, past the cache. */
  look: () => Promise<Story>
  /** Puts a reply where every page reads it. */
  remember: (reply: Story) => void
  setMoved: (theirs: Story) => void
  reload: (theirs: Story) => void
}

/** Saving and the lock of one story. They live as long as the page and reach its newest callbacks by reference. */
export function useEngine(id: string, key: string, own: RefObject<Own>, latest: RefObject<Callbacks>) {
  const [engine] = useState(() => {
    const shared = {
      id,
      rev: () => own.current.rev,
      content: () => latest.current.content(),
      look: () => latest.current.look(),
      onSaved: () => dropMirror(localStorage, key),
      onReply: (reply: Story) => latest.current.remember(reply),
      onMoved: (theirs: Story) => latest.current.setMoved(theirs),
      onTakenOver: (theirs: Story) => latest.current.reload(theirs),
    }
    const saver = saverFor(shared, () => locker)
    const locker = lockerFor(shared, () => saver)
    return { saver, locker, keep: keepText(id) }
  })
  return engine
}

export type Engine = ReturnType<typeof useEngine>
