import type { MeasureDef, MeasureRegistry } from './ctx.ts'
import { Refused } from './refusal.ts'

export type { Fact, MeasureDef, MeasureRegistry, Measured } from './ctx.ts'

/** Forgets the type of the parameters, which the schema checks anyway, so that measures of all modules fit one registry. */
export function measure<P>(definition: MeasureDef<P>): MeasureDef {
  return definition as unknown as MeasureDef
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
