import { bodySchema } from '@rongmei/body'
import { z } from 'zod'
import { runSchema } from '../proofreading/schemas.ts'
import { day, instant, personRef, verdictSchema } from '../shared.ts'

export const STORY_KINDS = ['article', 'video'] as const
export const STORY_STATES = [
  'draft',
  'submitted',
  'secondReview',
  'finalReview',
  'approved',
  'published',
  'corrected',
  'withdrawn',
] as const
export type StoryState = (typeof STORY_STATES)[number]
export const REVIEW_LEVELS = ['first', 'second', 'final'] as const
export type ReviewLevel = (typeof REVIEW_LEVELS)[number]
export const BYLINE_ROLES = ['reporter', 'correspondent', 'editor', 'responsibleEditor', 'proofreader'] as const
export const SOURCE_KINDS = ['own', 'contributed', 'reposted'] as const
export const CATEGORIES = ['headline', 'politics', 'livelihood', 'town', 'culture', 'economy', 'notice'] as const
export type Category = (typeof CATEGORIES)[number]

export const bylineSchema = z
  .array(z.object({ role: z.enum(BYLINE_ROLES), name: z.string().trim().min(1).max(40) }))
  .max(20)
export const sourceSchema = z.object({
  kind: z.enum(SOURCE_KINDS),
  name: z.string().trim().max(60),
  unitId: z.uuid().nullable(),
})

/** What an editor types; everything else about a story follows from acts. */
export const storyContentSchema = z.object({
  kind: z.enum(STORY_KINDS),
  title: z.string().max(120),
  deck: z.string().max(300),
  body: bodySchema,
  byline: bylineSchema,
  source: sourceSchema,
  category: z.enum(CATEGORIES),
  plannedAt: instant.nullable(),
  /** Cover picture; null takes the first picture of the body. */
  coverUrl: z.string().max(200).nullable(),
})
export type StoryContent = z.infer<typeof storyContentSchema>

export const storyCanSchema = z.object({
  edit: verdictSchema,
  submit: verdictSchema,
  recall: verdictSchema,
  review: verdictSchema,
  return: verdictSchema,
  publish: verdictSchema,
  correct: verdictSchema,
  withdraw: verdictSchema,
  remove: verdictSchema,
})
export type StoryCan = z.infer<typeof storyCanSchema>

export const storyRowSchema = z.object({
  id: z.string(),
  /** Running number of the year, as on the review sheet: `2023-0042`. */
  number: z.string(),
  kind: z.enum(STORY_KINDS),
  title: z.string(),
  state: z.enum(STORY_STATES),
  category: z.enum(CATEGORIES),
  author: personRef,
  unitName: z.string().nullable(),
  characters: z.number().int(),
  plannedAt: instant.nullable(),
  updatedAt: instant,
  submittedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  /** Planned time has passed and it is not out yet. */
  late: z.boolean(),
  /** Why it came back, while it is a draft again. */
  returned: z.object({ by: personRef, reason: z.string(), at: instant }).nullable(),
  openMust: z.number().int(),
  reads: z.number().int(),
  slug: z.string().nullable(),
  /** The one thing this reader of the list does next with the story, if anything. */
  next: z.enum(['write', 'submit', 'reviewFirst', 'reviewSecond', 'reviewFinal', 'publish', 'read']),
})
export type StoryRow = z.infer<typeof storyRowSchema>

export const signOffSchema = z.object({
  id: z.string(),
  level: z.enum(REVIEW_LEVELS),
  by: personRef,
  at: instant,
  opinion: z.string(),
  contentHash: z.string(),
  voided: z.object({ at: instant, reason: z.string() }).nullable(),
})
export type SignOff = z.infer<typeof signOffSchema>

export const lockSchema = z.object({ holder: personRef, since: instant, mine: z.boolean() })
export type Lock = z.infer<typeof lockSchema>

export const correctionSchema = z.object({ at: instant, by: personRef, notice: z.string(), errors: z.number().int() })

export const storySchema = storyRowSchema.extend({
  ...storyContentSchema.shape,
  rev: z.number().int(),
  contentHash: z.string(),
  signOffs: z.array(signOffSchema),
  overrideReason: z.string().nullable(),
  corrections: z.array(correctionSchema),
  withdrawal: z.object({ at: instant, by: personRef, reason: z.string() }).nullable(),
  lock: lockSchema.nullable(),
  run: runSchema.nullable(),
  can: storyCanSchema,
})
export type Story = z.infer<typeof storySchema>

export const revisionSchema = z.object({
  id: z.string(),
  no: z.number().int(),
  at: instant,
  by: personRef,
  /** saved: an ordinary save; submitted: what went to review; restored; rescued: text of one who lost the lock; corrected. */
  reason: z.enum(['saved', 'submitted', 'restored', 'rescued', 'corrected', 'imported']),
  title: z.string(),
  characters: z.number().int(),
  current: z.boolean(),
})
export type Revision = z.infer<typeof revisionSchema>

export const inspectionSchema = z.object({
  id: z.string(),
  month: z.string(),
  story: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    publishedAt: instant,
    characters: z.number().int(),
  }),
  inspector: personRef.nullable(),
  inspectedAt: instant.nullable(),
  errors: z.number().int().nullable(),
  notes: z.string(),
})
export type Inspection = z.infer<typeof inspectionSchema>

export const todoSchema = z.object({
  groups: z.array(
    z.object({
      key: z.enum(['returned', 'review', 'publish', 'drafts', 'sent', 'inspect']),
      total: z.number().int(),
      items: z.array(storyRowSchema),
    }),
  ),
  late: z.number().int(),
  publishedToday: z.number().int(),
  inspectionsOpen: z.number().int(),
  today: day,
})
export type Todo = z.infer<typeof todoSchema>
