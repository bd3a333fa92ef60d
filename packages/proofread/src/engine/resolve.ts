import { severities, type Finding } from '../types.ts'

const gravity = new Map(severities.map((severity, index) => [severity, index]))

const byRank = (a: Finding, b: Finding) =>
  (gravity.get(a.severity) ?? 0) - (gravity.get(b.severity) ?? 0) ||
  b.confidence - a.confidence ||
  b.end - b.start - (a.end - a.start) ||
  a.start - b.start ||
  (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)

/** Of overlapping findings keeps the gravest, then the surest, then the longest; returns them by start, then end. */
export const resolveOverlaps = (findings: readonly Finding[], length: number): Finding[] => {
  const taken = new Uint8Array(length)
  const kept: Finding[] = []
  for (const finding of findings.toSorted(byRank)) {
    if (taken.subarray(finding.start, finding.end).includes(1)) continue
    taken.fill(1, finding.start, finding.end)
    kept.push(finding)
  }
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
