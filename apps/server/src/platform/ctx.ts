import type { MeasureView } from '@rongmei/contract'
import type { Decimal } from '@rongmei/kit'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { EventData, EventDef } from './events.ts'
import type { Log } from './log.ts'
import type { Storage } from './storage.ts'
import type { PlatformTables } from './tables.ts'

/** What every verb stands on. Made once at boot (`system`) and once per request, with the actor of the session. */
export type Ctx = {
  readonly db: Kysely<PlatformTables>
  readonly actor: Actor
  readonly requestId: string
  readonly log: Log
  readonly storage: Storage
  readonly measures: MeasureRegistry
  /** Milliseconds since 1970 by the injected clock. */
  now(): number
  newId(): string
  /** The same world seen by another actor, as jobs and the replay need. */
  as(actor: Actor): Ctx
  /** Runs `work` in one transaction; on a `Tx` it joins the one that runs. What it emits and enqueues commits with it or not at all. */
  tx<T>(work: (t: Tx) => Promise<T>): Promise<T>
}

declare const inTransaction: unique symbol

/** A `Ctx` inside a transaction. Writing stores, `emit` and `enqueue` accept nothing less: a side effect outside does not compile. */
export type Tx = Ctx & {
  readonly [inTransaction]: true
  emit<D extends EventDef>(event: D, subject: string, data: EventData<D>): Promise<void>
  enqueue(job: JobDef, data: object): Promise<void>
  /** Announces on commit that a topic changed. */
  touch(...topics: string[]): void
}

/** A unit of later work. `schedule` is a cron line in Asia/Shanghai; such a verb asks itself whether it is already done. */
export type JobDef<T extends object = object> = {
  name: string
  data: z.ZodType<T>
  run: (ctx: Ctx, data: T) => Promise<void>
  schedule?: string
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

/** A fact behind a value, with the page of the console that shows it. */
export type Fact = { kind: string; id: string; label: string; at: Date | null; href: string | null; note: string }

export type Measured = {
  /** null: nothing to measure (no base, no sample); the form then says so instead of printing a number. */
  value: Decimal | null
  /** Share of the period that was measured, 0–1, and what it means in words. */
  coverage: number
  coverageNote: string
  /** The formula with its numbers, in Chinese. */
  working: string
  facts: Fact[]
}

export type MeasureDef<P = Record<string, unknown>> = {
  /** `module.name`, stable for ever: forms of past years refer to it. */
  name: string
  title: string
  description: string
  unit: string
  /** How the value is printed: decimals kept, and whether it is a share (0.97 → 97.00%). */
  print: { places: number; percent: boolean }
  /** What meets a target written in words (提高, 良好, 是), unless the link says otherwise. */
  meets: { op: '>=' | '<=' | '>' | '<'; value: number }
  params: z.ZodType<P>
  paramViews: MeasureView['params']
  compute: (ctx: Ctx, params: P) => Promise<Measured>
}

export type MeasureRegistry = {
  all(): readonly MeasureDef[]
  find(name: string): MeasureDef | undefined
  /** @throws Refused indicator.unknownMeasure, indicator.badParams */
  compute(ctx: Ctx, name: string, params: unknown): Promise<Measured>
}
