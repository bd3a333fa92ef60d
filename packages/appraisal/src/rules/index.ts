import { national } from './national.ts'
import type { RuleSet } from './types.ts'

/** Every rule set, newest of each issuer last. A further one is one more file and one more line here. */
export const ruleSets: readonly RuleSet[] = [national]

/** The rule set with this id, or null. */
export function ruleSetById(id: string): RuleSet | null {
  return ruleSets.find((set) => set.id === id) ?? null
}
