import type { z } from 'zod'
import type { Ctx } from './ctx.ts'

/** What a module announces: `story.published` with a checked payload. */
export type EventDef<S extends z.ZodType = z.ZodType> = { kind: string; data: S }
export type EventData<D> = D extends EventDef<infer S> ? z.input<S> : never

export function event<S extends z.ZodType>(kind: string, data: S): EventDef<S> {
  return { kind, data }
}

/**
 * Hears an event of another module after commit, as a job. Must be idempotent: a retry runs it again.
 * `run` gets the payload with `subject` beside it.
 */
export type Listener = {
  name: string
  on: EventDef
  run: (ctx: Ctx, data: Record<string, unknown> & { subject: string }) => Promise<void>
}

export function listener(definition: Listener): Listener {
  return definition
}
