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

/** What says nothing about a 转移支付 form, which prints neither weights nor scores. */
const SCORED = new Set([
  'execution-score',
  'level-missing',
  'point-unreadable',
  'total-missing',
  'weights-not-total',
  'weights-off-guide',
])

/**
 * Looks for what reviewers complain about (appraisal.md 2, 5 and 5.1).
 *
 * @param rules the rule set the form is scored under
 * @returns findings of the form as a whole first, then by row
 */
export function lint(form: Form, rules: RuleSet = national): Finding[] {
  const applicable = form.layout === 'transfer' ? lintRules.filter((rule) => !SCORED.has(rule.code)) : lintRules
  const told = withoutNone(form)
  const findings = applicable.flatMap((rule) =>
    rule.find(told, rules).map(({ row, message }) => ({
      row,
      code: rule.code,
      severity: rule.severity,
      message,
      remedy: rule.remedy,
    })),
  )
  return findings.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

/** Some layouts demand 无 or a dash where there is no deviation: that is no reason. */
function withoutNone(form: Form): Form {
  if (!form.indicators.some((row) => NONE.test(row.deviation))) return form
  return {
    ...form,
    indicators: form.indicators.map((row) => (NONE.test(row.deviation) ? { ...row, deviation: '' } : row)),
  }
}

const NONE = /^(无|无偏差|不适用|[-—/])$/
