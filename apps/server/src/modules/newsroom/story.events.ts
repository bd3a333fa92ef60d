import { REVIEW_LEVELS } from '@rongmei/contract'
import { z } from 'zod'
import { event } from '../../platform/events.ts'

const text = z.object({ no: z.number(), characters: z.number(), contentHash: z.string() })

/** The title as it was then: the audit trail names what it speaks of, also after the story is gone. */
const title = z.string()

/** Subject of every event here: `story:<id>`. */
export const subjectOf = (id: string) => `story:${id}`

export const StoryCreated = event('story.created', z.object({ number: z.string(), kind: z.string() }))
export const StorySaved = event('story.saved', text)
export const StoryRestored = event('story.restored', text.extend({ from: z.number() }))
export const TextRescued = event('story.rescued', text)
export const LockTaken = event('story.lockTaken', z.object({ from: z.string() }))
export const StorySubmitted = event(
  'story.submitted',
  z.object({ title, contentHash: z.string(), openMust: z.number(), overrideReason: z.string().nullable() }),
)
export const StoryRecalled = event('story.recalled', z.object({}))
export const StoryReviewed = event(
  'story.reviewed',
  z.object({ title, level: z.enum(REVIEW_LEVELS), contentHash: z.string(), opinion: z.string() }),
)
export const StoryReturned = event('story.returned', z.object({ title, level: z.string(), reason: z.string() }))
export const SignOffVoided = event('story.signOffVoided', z.object({ count: z.number(), reason: z.string() }))
export const StoryPublished = event(
  'story.published',
  z.object({ title, slug: z.string(), contentHash: z.string(), late: z.boolean() }),
)
export const StoryCorrected = event(
  'story.corrected',
  z.object({ title, notice: z.string(), errors: z.number(), before: z.string(), after: z.string() }),
)
export const StoryWithdrawn = event('story.withdrawn', z.object({ title, reason: z.string() }))
export const StoryRemoved = event('story.removed', z.object({}))
export const StoryUnremoved = event('story.unremoved', z.object({}))
export const InspectionsDrawn = event('inspection.drawn', z.object({ month: z.string(), drawn: z.number() }))
export const InspectionRecorded = event(
  'inspection.recorded',
  z.object({ title, storyId: z.string(), errors: z.number(), characters: z.number() }),
)
