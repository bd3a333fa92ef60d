import type { Story } from '@rongmei/contract'
import { useEffect, useState } from 'react'
import { keep, readKept } from '../../../lib/kept.ts'
import { useApi } from '../../../lib/queries.ts'
import { useMe } from '../../../lib/session.ts'
import { scrollToWords } from '../editor/accept.ts'
import { contentOf } from '../editor/content.ts'
import { neighbour } from '../editor/shown.ts'
import { markActive } from '../editor/underlines.ts'
import { useChecking } from '../editor/useChecking.ts'
import { loadWords, useWordEditors } from '../editor/useWords.ts'
import { baseVersions, type ReviewView } from './bases.ts'

/** After so long on screen a story counts as looked at. */
const LOOKED_AFTER = 5_000
const isText = (value: unknown): value is string => typeof value === 'string'

const idle = () => undefined
const refuse = () => false

/**
 * Reading a story for review: its text with the findings underlined, the text it is compared with, and which content
 * the reader has seen. Another content never slips under a signature: it is shown only when asked for.
 */
export function useReading(story: Story) {
  const me = useMe()
  const [shownStory, setShownStory] = useState(story)
  const editors = useWordEditors(contentOf(story), { editable: false, onEdited: idle, onPaste: refuse, onDrop: refuse })
  const moved = story.contentHash !== shownStory.contentHash
  const current = moved ? shownStory : story
  const { list } = useChecking(current, editors, 0, false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [view, setView] = useState<ReviewView>('text')
  const revisions = useApi('newsroom', 'listRevisions', { params: { id: story.id } })
  const seenName = `seen.${me.id}.${story.id}`
  const [seenAt] = useState(() => readKept(seenName, '', isText) || null)
  const bases = baseVersions(revisions.data?.items ?? [], seenAt)

  useEffect(() => {
    const timer = setTimeout(() => keep(seenName, new Date().toISOString()), LOOKED_AFTER)
    return () => clearTimeout(timer)
  }, [seenName, shownStory])
  useEffect(() => {
    for (const editor of [editors.title, editors.deck, editors.body])
      if (!editor.isDestroyed) markActive(editor, chosen)
    const shown = list.find((one) => one.key === chosen)
    if (shown) scrollToWords(editors, shown)
  }, [chosen])

  const choose = (key: string | null) => {
    setView('text')
    setChosen(key)
  }
  const showNew = () => {
    loadWords(editors, contentOf(story))
    setShownStory(story)
  }
  const toggleChanges = () =>
    setView((now) =>
      now !== 'text' ? 'text' : bases.since !== null ? 'since' : bases.submitted !== null ? 'submitted' : 'text',
    )
  return {
    editors,
    story: current,
    moved,
    showNew,
    list,
    chosen,
    choose,
    move: (step: 1 | -1) => choose(neighbour(list, chosen, step)),
    view,
    setView,
    toggleChanges,
    bases,
  }
}

export type Reading = ReturnType<typeof useReading>
