import type { Story, StoryContent } from '@rongmei/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { apiQuery } from '../../../lib/queries.ts'
import { useMe } from '../../../lib/session.ts'
import { checked, contentOf, type Facts, factsOf } from './content.ts'
import { mayType } from './lock.ts'
import { mirrorKey } from './mirror.ts'
import { type Callbacks, useEngine } from './useEngine.ts'
import { useKeeping } from './useKeeping.ts'
import { useNews } from './useNews.ts'
import { type Own, useOwnText } from './useOwnText.ts'
import { usePasting } from './usePasting.ts'
import { loadWords, useWordEditors, type WordEditors, wordsIn } from './useWords.ts'

/**
 * Everything about writing one story: its editors and facts, saving, the lock, what the browser keeps, and what to do
 * when somebody else changed it. The page around it only draws.
 */
export function useWriting(story: Story) {
  const key = mirrorKey(useMe().id, story.id)
  const text = useOwnText(story, key)
  const { own, countEdit, setMoved } = text
  const { remember, look } = useCached(story.id, own)
  const pasting = usePasting()
  const onEdited = () => {
    engine.saver.edited()
    engine.locker.send({ type: 'edited' })
    countEdit()
    // An older text is still on offer: it goes to the server as a version, so that the new one may take its place here.
    const kept = own.current.offer
    if (!kept) return
    text.dismissOffer()
    engine.keep(kept.content).catch(() => undefined)
  }
  const wasEditable = useRef(true)
  const { onPaste, onDrop } = pasting
  const editable = story.can.edit.ok && wasEditable.current
  const editors = useWordEditors(contentOf(story), { editable, onEdited, onPaste, onDrop })
  const content = useContent(own, editors)
  const latest = useRef<Callbacks>({ content, remember, look, setMoved, reload: () => undefined })
  const engine = useEngine(story.id, key, own, latest)
  const load = useCallback(
    (next: Story) => {
      own.current.rev = next.rev
      text.showFacts(factsOf(next))
      loadWords(editors, contentOf(next))
      engine.saver.loaded(next.updatedAt)
      countEdit()
    },
    [editors.title, editors.deck, editors.body, engine],
  )
  latest.current = { content, remember, look, setMoved, reload: load }
  const lock = engine.locker.state.use()
  const save = engine.saver.state.use()
  const open = story.can.edit.ok && mayType(lock) && text.moved === null
  wasEditable.current = open
  useEditable(editors, open)
  useNews(story, engine, own, { look, load })
  useKeeping(engine, own, editors, key, text.edits)
  const setFacts = (patch: Partial<Facts>) => {
    text.showFacts({ ...own.current.facts, ...patch })
    onEdited()
  }
  const ways = { setFacts, load, content, look, remember, mirrorKey: key }
  return useMemo(
    () => ({ ...text, ...ways, editors, pasting, engine, save, lock, editable: open }),
    // The rest is stable or read by reference.
    [text.facts, save, lock, open, text.moved, text.offer, text.edits, pasting.note, pasting.busy, story.id],
  )
}

export type Writing = ReturnType<typeof useWriting>

/** The story in the cache of the console: a reply put there, and a look past it. */
function useCached(id: string, own: RefObject<Own>) {
  const client = useQueryClient()
  const remember = useCallback(
    (reply: Story) => {
      own.current.rev = reply.rev
      client.setQueryData(apiQuery('newsroom', 'getStory', { params: { id } }).queryKey, reply)
    },
    [client, id],
  )
  const look = useCallback(
    () => client.fetchQuery({ ...apiQuery('newsroom', 'getStory', { params: { id } }), staleTime: 0 }),
    [client, id],
  )
  return { remember, look }
}

function useContent(own: RefObject<Own>, editors: WordEditors): () => StoryContent {
  return useCallback(() => {
    const { title, deck, body } = wordsIn(editors)
    return checked(own.current.facts, title.trim(), deck.trim(), body)
  }, [editors.title, editors.deck, editors.body])
}

function useEditable(editors: WordEditors, editable: boolean): void {
  useEffect(() => {
    for (const editor of [editors.title, editors.deck, editors.body]) {
      if (editor.isEditable !== editable) editor.setEditable(editable, false)
    }
  }, [editable, editors.title, editors.deck, editors.body])
}
