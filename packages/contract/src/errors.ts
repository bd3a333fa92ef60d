import { z } from 'zod'
import { appraisalErrors } from './appraisal/errors.zh.ts'
import { budgetErrors } from './budget/errors.zh.ts'
import { identityErrors } from './identity/errors.zh.ts'
import { newsroomErrors } from './newsroom/errors.zh.ts'
import { oversightErrors } from './oversight/errors.zh.ts'
import { platformErrors } from './platform/errors.zh.ts'
import { proofreadingErrors } from './proofreading/errors.zh.ts'
import { qualityErrors } from './quality/errors.zh.ts'

/** Every refusal: HTTP status and the sentence people read. The server's code knows only the keys. */
export const errors = {
  ...platformErrors,
  ...identityErrors,
  ...newsroomErrors,
  ...proofreadingErrors,
  ...qualityErrors,
  ...appraisalErrors,
  ...oversightErrors,
  ...budgetErrors,
} as const

export type ErrorKey = keyof typeof errors

export const apiErrorSchema = z.object({
  error: z.object({
    key: z.string(),
    message: z.string(),
    requestId: z.string(),
    /** For rejected input: field path → what is wrong with it, in Chinese. */
    fields: z.record(z.string(), z.string()).optional(),
    details: z.unknown().optional(),
  }),
})
export type ApiError = z.infer<typeof apiErrorSchema>['error']
