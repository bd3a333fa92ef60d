import { rules } from './rules/index.ts'
import type { FindingClass, Severity } from './types.ts'

export interface RuleDescription {
  readonly id: string
  readonly class: FindingClass
  readonly name: string
  readonly basis: string
  readonly severity: Severity
  readonly examples: readonly string[]
}

/** Every rule as the console's help and the `rules` command show it, in the order in which they run. */
export const ruleCatalogue: readonly RuleDescription[] = rules.map(
  ({ id, class: kind, name, basis, severity, examples }) => ({ id, class: kind, name, basis, severity, examples }),
)
