import type { CheckOptions, Finding } from '../types.ts'
import { createChecker } from './checker.ts'

/** 'must' applies the findings at 必须改, 'all' those at 建议 too. 提示 is never applied unseen. */
export type CorrectLevel = 'must' | 'all'

/** One correction can uncover another (a repeated wrong word); more rounds than this are not worth their time. */
const maxRounds = 6

/** Replaces every quote by its first suggestion; findings must not overlap, as those of `check` never do. */
export const applyFindings = (text: string, findings: readonly Finding[]): string => {
  let at = 0
  const parts: string[] = []
  for (const { start, end, suggestions } of findings) {
    const [right] = suggestions
    if (right === undefined) continue
    parts.push(text.slice(at, start), right)
    at = end
  }
  return parts.join('') + text.slice(at)
}

/** The text with its findings applied, round after round until nothing more changes. */
export const correct = (text: string, level: CorrectLevel = 'must', options: CheckOptions = {}): string => {
  const checker = createChecker(options)
  let current = text
  for (let round = 0; round < maxRounds; round++) {
    const findings = checker
      .check(current)
      .filter(({ severity }) => severity === '必须改' || (level === 'all' && severity === '建议'))
    const next = applyFindings(current, findings)
    if (next === current) return current
    current = next
  }
  return current
}
