import type { MeasureView } from '@rongmei/contract'
import type { Decimal } from '@rongmei/kit'
import type { z } from 'zod'
import type { Ctx } from './ctx.ts'
import { Refused } from './refusal.ts'

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

export function measure<P>(definition: MeasureDef<P>): MeasureDef {
  return definition as unknown as MeasureDef
}

export type MeasureRegistry = {
  all(): readonly MeasureDef[]
  find(name: string): MeasureDef | undefined
  /** @throws Refused indicator.unknownMeasure, indicator.badParams */
  compute(ctx: Ctx, name: string, params: unknown): Promise<Measured>
}

/** @throws Error when two measures share a name */
export function makeMeasures(definitions: MeasureDef[]): MeasureRegistry {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]))
  if (byName.size !== definitions.length) throw new Error('two measures share a name')
  return {
    all: () => definitions,
    find: (name) => byName.get(name),
    compute: async (ctx, name, params) => {
      const found = byName.get(name)
      if (!found) throw new Refused('indicator.unknownMeasure')
      const parsed = found.params.safeParse(params)
      if (!parsed.success)
        throw new Refused('indicator.badParams', { details: parsed.error.issues.map((issue) => issue.path.join('.')) })
      return found.compute(ctx, parsed.data)
    },
  }
}
