import type { Form, Kind, ReadResult } from '../model.ts'
import { national } from '../rules/national.ts'
import type { RuleSet } from '../rules/types.ts'
import { scoreForm } from './score.ts'

/** One line of `score`. Decimals are strings; the sums are of the printed points, the execution row included. */
export interface ScoreSummary {
  file: string
  name: string
  kind: Kind
  ruleSet: string
  weightSum: string | null
  scoreSum: string | null
  statedTotal: string | null
  /** whether the printed sums equal the stated totals; null when that cannot be said */
  agrees: boolean | null
  /** 全年执行数 ÷ 全年预算数 in percent, two places */
  executionRate: string | null
  /** what the rule set gives for it */
  executionScore: string | null
  /** the grade of the sum of printed points, not of the stated total; null when that sum is not the whole form's */
  grade: string | null
}

/**
 * One line per table of a file, in its order; a file without any table gives one line of kind `other`.
 *
 * @param by the rule set, or how to find it for each form
 */
export function summarize(file: string, result: ReadResult, by: RuleSet | ((form: Form) => RuleSet)): ScoreSummary[] {
  const none = {
    ruleSet: typeof by === 'function' ? national.id : by.id,
    weightSum: null,
    scoreSum: null,
    statedTotal: null,
    agrees: null,
    executionRate: null,
    executionScore: null,
    grade: null,
  }
  if (result.src.blocks.length === 0) return [{ file, name: '', kind: 'other', ...none }]
  return result.src.blocks.map(({ kind, name, project }) => {
    const form = project === null ? undefined : result.projects[project]
    if (!form) return { file, name, kind, ...none }
    const rules = typeof by === 'function' ? by(form) : by
    const { printed, execution, grade } = scoreForm(form, rules)
    return {
      file,
      name,
      kind,
      ruleSet: rules.id,
      ...printed,
      // of a form that was not read for certain nothing is confirmed, but a contradiction is still one
      agrees: kind === 'unsure' && printed.agrees === true ? null : printed.agrees,
      executionRate: execution.rate,
      executionScore: execution.computed,
      grade: kind === 'unsure' ? null : grade,
    }
  })
}
