import type { Story, StoryContent } from '@rongmei/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { apiQuery } from '../../../lib/queries.ts'
import { useMe } from '../../../lib/session.ts'
import { checked, contentOf, type Facts, factsOf, sameContent } from './content.ts'
import { mayType, RENEW_EVERY } from './lock.ts'
import { dropMirror, mirrorKey, type Mirrored, readMirror, writeMirror } from './mirror.ts'
import { keepText, lockerFor, saverFor } from './ports.ts'
import { usePasting } from './usePasting.ts'
import { loadWords, useWordEditors, wordsIn } from './useWords.ts'

const MIRROR_AFTER = 800

/**
 * Everything about writing one story: its editors and facts, saving, the lock, what the browser keeps, and what to do
 * when somebody else changed it. The page around it only draws.
 */
export function useWriting(story: Story) {
  const me = useMe()
  const client = useQueryClient()
  const key = mirrorKey(me.id, story.id)
  const [facts, setFactsState] = useState<Facts>(() => factsOf(story))
  const [moved, setMoved] = useState<Story | null>(null)
  const [offer, setOffer] = useState<Mirrored | null>(() => offerFrom(readMirror(localStorage, key), story))
  const [edits, setEdits] = useState(0)
  const own = useRef({ rev: story.rev, facts, offer })
  const dismissOffer = useCallback(() => {
    own.current.offer = null
    setOffer(null)
  }, [])

  const remember = useCallback(
    (reply: Story) => {
      own.current.rev = reply.rev
      client.setQueryData(apiQuery('newsroom', 'getStory', { params: { id: story.id } }).queryKey, reply)
    },
    [client, story.id],
  )
  const look = useCallback(
    () => client.fetchQuery({ ...apiQuery('newsroom', 'getStory', { params: { id: story.id } }), staleTime: 0 }),
    [client, story.id],
  )

  const pasting = usePasting()
  const keepOffer = () => {
    const kept = own.current.offer
    dismissOffer()
    if (kept) engine.keep(kept.content).catch(() => undefined)
  }
  const onEdited = () => {
    engine.saver.edited()
    engine.locker.send({ type: 'edited' })
    setEdits((count) => count + 1)
    // An older text is still on offer: it goes to the server as a version, so that the new one may take its place here.
    if (own.current.offer) keepOffer()
  }
  const lockState = useRef<'unknown' | boolean>('unknown')
  const editors = useWordEditors(contentOf(story), {
    editable: story.can.edit.ok && lockState.current !== false,
    onEdited,
    onPaste: pasting.onPaste,
    onDrop: pasting.onDrop,
  })

  const content = useCallback((): StoryContent => {
    const { title, deck, body } = wordsIn(editors)
    return checked(own.current.facts, title.trim(), deck.trim(), body)
  }, [editors.title, editors.deck, editors.body])

  const latest = useRef({ content, remember, look, setMoved, reload: (_story: Story) => undefined as void })
  const [engine] = useState(() => {
    const shared = {
      id: story.id,
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
    return { saver, locker, keep: keepText(story.id) }
  })

  const load = useCallback(
    (next: Story) => {
      own.current.rev = next.rev
      own.current.facts = factsOf(next)
      setFactsState(own.current.facts)
      loadWords(editors, contentOf(next))
      engine.saver.loaded(next.updatedAt)
      setEdits((count) => count + 1)
    },
    [editors.title, editors.deck, editors.body, engine],
  )
  latest.current = { content, remember, look, setMoved, reload: load }

  const lock = engine.locker.state.use()
  const save = engine.saver.state.use()
  const editable = story.can.edit.ok && mayType(lock) && moved === null
  lockState.current = editable

  useEffect(() => {
    for (const editor of [editors.title, editors.deck, editors.body]) {
      if (editor.isEditable !== editable) editor.setEditable(editable, false)
    }
  }, [editable, editors.title, editors.deck, editors.body])

  // News of the story: who holds the lock, and a newer text when nothing of ours would be lost by showing it.
  useEffect(() => {
    // A story that went on to review has no lock to hold.
    if (!story.can.edit.ok && story.lock === null) engine.locker.send({ type: 'reloaded' })
    else engine.locker.send({ type: 'seen', lock: story.lock, unsaved: engine.saver.unsaved() })
    const sending = engine.saver.state.get().sending !== null
    // Who lost the lock keeps seeing their own words until they ask for the new ones.
    const lost = engine.locker.state.get().kind === 'lost'
    if (story.rev > own.current.rev && !engine.saver.unsaved() && !sending && !lost) load(story)
  }, [story, engine, load])

  // A lock that runs out is announced by nobody.
  const waiting = lock.kind === 'other'
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setInterval(() => void look().catch(() => undefined), RENEW_EVERY)
    return () => clearInterval(timer)
  }, [waiting, look])

  const mirror = useCallback(() => {
    if (!engine.saver.unsaved() || own.current.offer) return
    const { title, deck, body } = wordsIn(editors)
    const value = { ...own.current.facts, title, deck, body }
    writeMirror(localStorage, key, { at: new Date().toISOString(), rev: own.current.rev, content: value })
  }, [editors.title, editors.deck, editors.body, engine, key])
  useEffect(() => {
    if (edits === 0) return undefined
    const timer = setTimeout(mirror, MIRROR_AFTER)
    return () => clearTimeout(timer)
  }, [edits, mirror])
  useEffect(() => {
    engine.locker.start()
    // The window closes: what is unsaved stays in the browser, and nobody has to wait for the lock to run out.
    const part = () => {
      mirror()
      engine.locker.send({ type: 'left' })
    }
    addEventListener('pagehide', part)
    return () => {
      mirror()
      removeEventListener('pagehide', part)
      engine.saver.stop()
      engine.locker.stop()
    }
  }, [mirror, engine])

  const setFacts = (patch: Partial<Facts>) => {
    own.current.facts = { ...own.current.facts, ...patch }
    setFactsState(own.current.facts)
    onEdited()
  }
  return useMemo(
    () => ({
      editors,
      facts,
      setFacts,
      onEdited,
      save,
      lock,
      editable,
      engine,
      moved,
      setMoved,
      offer,
      dismissOffer,
      load,
      edits,
      content,
      look,
      remember,
      pasting,
      mirrorKey: key,
    }),
    // The rest is stable or read by reference.
    [facts, save, lock, editable, moved, offer, edits, pasting.note, pasting.busy, story.id],
  )
}

export type Writing = ReturnType<typeof useWriting>

function offerFrom(kept: Mirrored | null, story: Story): Mirrored | null {
  return kept && !sameContent(kept.content, contentOf(story)) ? kept : null
}
