import { BODY_REFUSALS, type BodyRefusal } from './limits.ts'
import { bodySchema } from './schema.ts'
import type { Body } from './types.ts'

export type ParsedBody = { ok: true; body: Body } | { ok: false; why: BodyRefusal }

const KEYS: ReadonlySet<string> = new Set(BODY_REFUSALS)

function isRefusal(message: string): message is BodyRefusal {
  return KEYS.has(message)
}

/**
 * Checks an unknown JSON value as a body. Fills in default attributes and drops those of TipTap's extensions that mean
 * nothing to us; everything else that is not on the whitelist is refused (`cleanBody` drops instead).
 *
 * @returns the body (a copy), or the key of the first reason; never throws
 */
export function parseBody(json: unknown): ParsedBody {
  const parsed = bodySchema.safeParse(json)
  if (parsed.success) return { ok: true, body: parsed.data }
  const issue = parsed.error.issues[0]
  if (!issue) return { ok: false, why: 'body.malformed' }
  if (isRefusal(issue.message)) return { ok: false, why: issue.message }
  if (issue.code === 'unrecognized_keys') return { ok: false, why: 'body.unknownAttribute' }
  return { ok: false, why: issue.path.length <= 1 && issue.path[0] !== 'content' ? 'body.notABody' : 'body.malformed' }
}
