import { DECISIONS, WORD_KINDS } from '@rongmei/contract'
import { z } from 'zod'
import { event } from '../../platform/events.ts'

export const ProofreadingRun = event(
  'proofreading.run',
  z.object({ runId: z.string(), findings: z.number(), must: z.number(), milliseconds: z.number() }),
)
export const FindingDecided = event(
  'proofreading.decided',
  z.object({
    findingId: z.string(),
    ruleId: z.string(),
    quote: z.string(),
    verdict: z.enum(DECISIONS),
    reason: z.string(),
  }),
)
export const WordAdded = event('wordlist.added', z.object({ kind: z.enum(WORD_KINDS), text: z.string() }))
/** Subject `words`: a sheet of entries. */
export const WordsImported = event(
  'wordlist.imported',
  z.object({ fileName: z.string(), added: z.number().int(), problems: z.number().int() }),
)
export const WordRemoved = event('wordlist.removed', z.object({ kind: z.enum(WORD_KINDS), text: z.string() }))
