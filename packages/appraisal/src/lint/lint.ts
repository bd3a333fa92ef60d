import type { Finding, Form } from '../model.ts'
import { national } from '../rules/national.ts'
import type { RuleSet } from '../rules/types.ts'
import { categoryRules } from './category.ts'
import { measureRules } from './measures.ts'
import { narrativeRules } from './narrative.ts'
import { pointRules } from './points.ts'
import { publishingRules } from './publishing.ts'
import { reasonRules } from './reasons.ts'
import type { LintRule } from './rule.ts'
import { standingRules } from './standing.ts'
import { structureRules } from './structure.ts'
import { sumRules } from './sums.ts'
import { valueRules } from './values.ts'

/** Every rule, in the order in which findings of one row are listed. */
export const lintRules: readonly LintRule[] = [
  ...sumRules,
  ...valueRules,
  ...pointRules,
  ...reasonRules,
  ...structureRules,
  ...measureRules,
  ...categoryRules,
  ...standingRules,
  ...narrativeRules,
  ...publishingRules,
]

/**
 * Looks for what reviewers complain about (appraisal.md 2, 5 and 5.1).
 *
 * @param rules the rule set the form is scored under
 * @returns findings of the form as a whole first, then by row
 */
export function lint(form: Form, rules: RuleSet = national): Finding[] {
  const findings = lintRules.flatMap((rule) =>
    rule.find(form, rules).map(({ row, message }) => ({
      row,
      code: rule.code,
      severity: rule.severity,
      message,
      remedy: rule.remedy,
    })),
  )
  return findings.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}
