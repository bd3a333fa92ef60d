import type { Story } from '@rongmei/contract'
import { useRef, useState } from 'react'
import { contentOf, type Facts, factsOf, sameContent } from './content.ts'
import { type Mirrored, readMirror } from './mirror.ts'

/** What the writer's text rests on, for callbacks that outlive a drawing: never older than the last thing done. */
export type Own = { rev: number; facts: Facts; offer: Mirrored | null }

/**
 * What this window holds of a story besides its editors: the facts, the text of somebody else that came in between, an
 * older text of this browser that is on offer, and a count of edits for those who wait for a pause.
 */
export function useOwnText(story: Story, key: string) {
  const [facts, setFacts] = useState<Facts>(() => factsOf(story))
  const [moved, setMoved] = useState<Story | null>(null)
  const [offer, setOffer] = useState<Mirrored | null>(() => offerFrom(readMirror(localStorage, key), story))
  const [edits, setEdits] = useState(0)
  const own = useRef<Own>({ rev: story.rev, facts, offer })
  const [acts] = useState(() => ({
    showFacts: (next: Facts) => {
      own.current.facts = next
      setFacts(next)
    },
    dismissOffer: () => {
      own.current.offer = null
      setOffer(null)
    },
    countEdit: () => setEdits((count) => count + 1),
  }))
  return { own, facts, moved, setMoved, offer, edits, ...acts }
}

function offerFrom(kept: Mirrored | null, story: Story): Mirrored | null {
  return kept && !sameContent(kept.content, contentOf(story)) ? kept : null
}
