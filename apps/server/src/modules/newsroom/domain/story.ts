import type { ReviewLevel, StoryState } from '@rongmei/contract'

/** Which review a state waits for, and where a pass leads. */
const reviews: Partial<Record<StoryState, { level: ReviewLevel; next: StoryState }>> = {
  submitted: { level: 'first', next: 'secondReview' },
  secondReview: { level: 'second', next: 'finalReview' },
  finalReview: { level: 'final', next: 'approved' },
}

export const IN_REVIEW: readonly StoryState[] = ['submitted', 'secondReview', 'finalReview']
export const PUBLIC: readonly StoryState[] = ['published', 'corrected']

/** The review whose turn it is; undefined outside review. */
export function levelOf(state: StoryState): ReviewLevel | undefined {
  return reviews[state]?.level
}

/** The state after the review passes. */
export function afterReview(state: StoryState): StoryState | undefined {
  return reviews[state]?.next
}

/**
 * Where an edit leaves a story. Signatures are bound to the text, so after an edit in review or after approval the
 * three reviews start again from the first.
 */
export function afterEdit(state: StoryState): StoryState {
  return IN_REVIEW.includes(state) || state === 'approved' ? 'submitted' : state
}

/** Whether the text may be changed at all in this state; published text changes only by a correction readers see. */
export function isOpen(state: StoryState): boolean {
  return state === 'draft' || state === 'approved' || IN_REVIEW.includes(state)
}

/** How long the saves of one person in a row share a revision. */
export const REVISION_MS = 10 * 60_000

/** Saves by one person in a row share a revision for ten minutes, unless one was kept on purpose. */
export function startsRevision(
  last: { byId: string | null; reason: string; startedAt: number } | undefined,
  now: number,
  byId: string | null,
  keep: boolean,
): boolean {
  if (!last || keep || last.reason !== 'saved' || last.byId !== byId) return true
  return now - last.startedAt > REVISION_MS
}

/** An edit lock that was not renewed for so long is nobody's: its holder closed the lid. */
export const LOCK_MS = 90_000
