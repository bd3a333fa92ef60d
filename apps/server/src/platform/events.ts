import type { z } from 'zod'

/** What a module announces: `story.published` with a checked payload. */
export type EventDef<S extends z.ZodType = z.ZodType> = { kind: string; data: S }
export type EventData<D> = D extends EventDef<infer S> ? z.input<S> : never

export function event<S extends z.ZodType>(kind: string, data: S): EventDef<S> {
  return { kind, data }
}
