import { type StoryState, stateNames } from '@rongmei/contract'
import { type Shape, StateTag, type Tone } from './StateTag.tsx'

const LOOKS: Record<StoryState, [Shape, Tone]> = {
  draft: ['ring', 'quiet'],
  submitted: ['quarter', 'progress'],
  secondReview: ['half', 'progress'],
  finalReview: ['most', 'progress'],
  approved: ['dot', 'progress'],
  published: ['check', 'good'],
  corrected: ['change', 'warn'],
  withdrawn: ['cross', 'bad'],
}

/** A story's state: the circle fills as it passes the three reviews. A draft that came back says 被退回. */
export function StoryStateTag({ state, returned = false }: { state: StoryState; returned?: boolean }) {
  if (state === 'draft' && returned) {
    return (
      <StateTag shape="change" tone="warn">
        被退回
      </StateTag>
    )
  }
  const [shape, tone] = LOOKS[state]
  return (
    <StateTag shape={shape} tone={tone}>
      {stateNames[state]}
    </StateTag>
  )
}
