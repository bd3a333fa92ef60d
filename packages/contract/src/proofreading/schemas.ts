import { z } from 'zod'
import { day, instant, personRef } from '../shared.ts'

export const SEVERITIES = ['必须改', '建议', '提示'] as const
export const BLOCK_KINDS = ['title', 'deck', 'heading', 'paragraph', 'quote', 'item', 'cell', 'caption'] as const

export const findingSchema = z.object({
  /** UTF-16 offsets into the proofread text: its blocks joined by one newline. */
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  suggestions: z.array(z.string()),
  class: z.string(),
  severity: z.enum(SEVERITIES),
  confidence: z.number(),
  ruleId: z.string(),
  basis: z.string(),
  explanation: z.string(),
})
export type FindingView = z.infer<typeof findingSchema>

export const DECISIONS = ['accepted', 'ignored', 'addedWord'] as const
export const storedFindingSchema = findingSchema.extend({
  id: z.string(),
  /** Which block of the document, and the offset inside it: what an editor needs to underline. */
  block: z.number().int(),
  blockStart: z.number().int(),
  decision: z.object({ verdict: z.enum(DECISIONS), reason: z.string(), by: personRef, at: instant }).nullable(),
})
export type StoredFinding = z.infer<typeof storedFindingSchema>

export const runSchema = z.object({
  id: z.string(),
  at: instant,
  by: personRef,
  /** Fingerprint of the text that was read; differs from the story's when the text has moved on. */
  contentHash: z.string(),
  characters: z.number().int(),
  milliseconds: z.number().int(),
  findings: z.array(storedFindingSchema),
  openMust: z.number().int(),
})
export type ProofreadingRun = z.infer<typeof runSchema>

export const proofDocumentSchema = z.object({
  blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), text: z.string().max(600_000) })).max(20_000),
})

export const WORD_KINDS = ['word', 'person', 'phrase'] as const
export const wordEntrySchema = z.object({
  id: z.string(),
  /** word: never flagged; person: name with title; phrase: right form with wrong forms. */
  kind: z.enum(WORD_KINDS),
  text: z.string(),
  title: z.string(),
  wrong: z.array(z.string()),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  by: personRef,
  at: instant,
})
export type WordEntry = z.infer<typeof wordEntrySchema>
