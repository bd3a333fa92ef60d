import type { FormLayout } from '../model.ts'
import { hubei } from './hubei.ts'
import { national } from './national.ts'
import { shanghai } from './shanghai.ts'
import { sichuan } from './sichuan.ts'
import type { RuleSet } from './types.ts'
import { yunnan } from './yunnan.ts'

/**
 * The rule sets that apply by default, oldest first: callers take the newest that had begun. Sets of one province are
 * chosen, never fallen back on: they stand in `allRuleSets` only.
 */
export const ruleSets: readonly RuleSet[] = [national]

/** The rule set whose forms have this layout; the national one for the common layout. */
export function ruleSetOfLayout(layout: FormLayout | undefined): RuleSet {
  if (layout === 'hubei') return hubei
  if (layout === 'sichuan') return sichuan
  return layout === 'yunnan' ? yunnan : national
}

/** Every rule set. A further one is one more file and one more line here. */
export const allRuleSets: readonly RuleSet[] = [...ruleSets, shanghai, hubei, sichuan, yunnan]

/** The rule set with this id, or null. */
export function ruleSetById(id: string): RuleSet | null {
  return allRuleSets.find((set) => set.id === id) ?? null
}

/**
 * The newest rule set of a region in force on a day; the national one where the region has none.
 *
 * @param day `2023-12-31` @param region `CN` or a province code (GB/T 2260)
 */
export function ruleSetOn(day: string, region = 'CN'): RuleSet | null {
  const inForce = allRuleSets.filter((set) => set.validFrom <= day && (set.validTo === null || day <= set.validTo))
  const of = (code: string): RuleSet | undefined => inForce.findLast((set) => set.region === code)
  return of(region) ?? of('CN') ?? null
}
