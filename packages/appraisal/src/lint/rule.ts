import type { Finding, Form, Indicator } from '../model.ts'
import type { RuleSet } from '../rules/types.ts'

/** One thing to look for. Codes are stable: decisions about findings are stored under them. */
export interface LintRule {
  code: string
  severity: Finding['severity']
  /** what to do about it, the same for every hit */
  remedy: string
  /** message per hit; a row's message goes with its `seq`, the form's own with null */
  find: (form: Form, rules: RuleSet) => { row: number | null; message: string }[]
}

/** Builds a rule that looks at one row at a time. */
export function rowRule(
  rule: Omit<LintRule, 'find'>,
  message: (row: Indicator, rules: RuleSet) => string | null,
): LintRule {
  return {
    ...rule,
    find: (form, rules) =>
      form.indicators.flatMap((row) => {
        const text = message(row, rules)
        return text === null ? [] : [{ row: row.seq, message: text }]
      }),
  }
}

/** The text by which two cells are compared: no blanks, NFKC. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** Whether the actual repeats the target letter for letter. */
export function isCopied(row: Indicator): boolean {
  if (row.actual === '') return false
  return row.actual === row.target || comparable(row.actual) === comparable(row.target)
}

/** Whether the row lost points; null when a point cell holds no number. */
export function lostPoints(row: Indicator): boolean | null {
  return typeof row.weight === 'number' && typeof row.score === 'number' ? row.score < row.weight : null
}
