import { Decimal } from '@rongmei/kit'
import { z } from 'zod'
import { OPS, type Threshold } from './proposal.ts'

/** `meets` among a link's parameters: `{ op: '>=', value: '0.9' }`. It belongs to the link, not to the measure. */
const meetsSchema = z.object({
  op: z.enum(OPS),
  value: z.union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d{1,12}(\.\d{1,8})?$/),
  ]),
})

/**
 * Takes a link's parameters apart: what the measure gets, and the declared threshold.
 *
 * @returns null when `meets` is there and malformed
 */
export function splitParams(
  params: Record<string, unknown>,
): { params: Record<string, unknown>; meets: Threshold | null } | null {
  const { meets, ...rest } = params
  if (meets === undefined || meets === null) return { params: rest, meets: null }
  const parsed = meetsSchema.safeParse(meets)
  if (!parsed.success || !Number.isFinite(Number(parsed.data.value))) return null
  return { params: rest, meets: { op: parsed.data.op, value: new Decimal(parsed.data.value) } }
}
