import { Refusal, type Revision, type Story, type StoryContent } from '@rongmei/contract'
import { api, makeApi } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { zh } from '../zh.ts'
import { Unsavable } from './content.ts'
import { createLocker, type Locker } from './locker.ts'
import { createSaver, type Failure, type Saver } from './saver.ts'

/** What saver and locker share about the story that is being written. */
type Shared = {
  id: string
  rev: () => number
  content: () => StoryContent
  /** Reads the story again, past the cache. */
  look: () => Promise<Story>
  onSaved: () => void
  onReply: (story: Story) => void
  /** Somebody else's text is on the server; ours is not. */
  onMoved: (theirs: Story) => void
  onTakenOver: (theirs: Story) => void
}

/** The lock is in other hands: nothing to retry. */
class NotOurs extends Error {}

const isBusy = (error: Refusal): boolean => error.status >= 500 || error.status === 429

/** Keeps a text on the server as a version of its own, beside the story. */
export const keepText =
  (id: string) =>
  (content: StoryContent): Promise<Revision> =>
    api.newsroom.rescueText({ params: { id }, body: { content } })

export function saverFor(shared: Shared, locker: () => Locker): Saver {
  const params = { id: shared.id }
  return createSaver({
    now: () => Date.now(),
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    onSaved: shared.onSaved,
    send: async (keep) => {
      const content = shared.content()
      if (!(await locker().ensure())) {
        if (locker().state.get().kind === 'free') throw new TypeError('network')
        throw new NotOurs(zh.editor.notOurs)
      }
      const reply = await api.newsroom.saveStory({ params, body: { rev: shared.rev(), content, keep } })
      shared.onReply(reply)
      return reply.updatedAt
    },
    judge: (error) => judge(error, shared, locker()),
  })
}

function judge(error: unknown, shared: Shared, locker: Locker): Failure {
  if (error instanceof Unsavable || error instanceof NotOurs) return { message: error.message, retry: false }
  if (!(error instanceof Refusal)) return { message: zh.editor.offline, retry: true }
  if (error.key === 'story.moved') {
    shared.look().then(shared.onMoved, () => undefined)
    return { message: zh.moved.title, retry: false }
  }
  if (error.key === 'story.lockLost' || error.key === 'story.locked') {
    shared.look().then(
      (story) => locker.send({ type: 'refused', lock: story.lock?.mine ? null : story.lock, unsaved: true }),
      () => locker.send({ type: 'refused', lock: null, unsaved: true }),
    )
  }
  return { message: sentenceFor(error), retry: isBusy(error) }
}

export function lockerFor(shared: Shared, saver: () => Saver): Locker {
  const params = { id: shared.id }
  return createLocker({
    take: (takeOver) => api.newsroom.lockStory({ params, body: { takeOver } }),
    release: () => {
      // The page may be closing: the request must outlive it. If it fails, the lock runs out by itself.
      const parting = makeApi((input, init) => fetch(input, { ...init, keepalive: true }))
      parting.newsroom.unlockStory({ params }).catch(() => undefined)
    },
    rescue: async () => {
      const revision = await keepText(shared.id)(shared.content())
      shared.onSaved()
      // It is on the server now, as a version: nothing is left to save or to warn about.
      saver().loaded(null)
      return revision.no
    },
    look: async () => (await shared.look()).lock,
    unsaved: () => saver().unsaved(),
    onTakenOver: () => void shared.look().then(shared.onTakenOver, () => undefined),
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds)
      return () => clearInterval(timer)
    },
  })
}
