import { z } from 'zod'

export const idParams = z.object({ id: z.uuid() })

/** One answer of a policy: allowed, or the key of the reason; the console shows the reason on the disabled button. */
export const verdictSchema = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), why: z.string() }),
])
export type VerdictView = z.infer<typeof verdictSchema>

/** Instants travel as ISO 8601 with zone; days as `2023-05-01`. */
export const instant = z.iso.datetime({ offset: true })
export const day = z.iso.date()

export const personRef = z.object({ id: z.string(), name: z.string() })
export type PersonRef = z.infer<typeof personRef>
