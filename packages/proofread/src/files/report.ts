import type { RuleDescription } from '../catalogue.ts'
import { severities, type Finding } from '../types.ts'

export interface FileReport {
  readonly file: string
  readonly findings: readonly Finding[]
}

/** Line and column of findings in ascending order, both from 1; the column counts a surrogate pair as one character. */
const positions = (text: string, findings: readonly Finding[]) => {
  let line = 1
  let lineStart = 0
  return findings.map(({ start }) => {
    for (let next = text.indexOf('\n', lineStart); next !== -1 && next < start; next = text.indexOf('\n', lineStart)) {
      line++
      lineStart = next + 1
    }
    return `${line}:${Array.from(text.slice(lineStart, start)).length + 1}`
  })
}

const change = ({ quote, suggestions }: Finding) => {
  const shown = quote.replaceAll('\n', '⏎')
  if (suggestions.length === 0) return `“${shown}”`
  return `“${shown}”→${suggestions.map((each) => (each === '' ? '（删去）' : `“${each}”`)).join(' 或 ')}`
}

const tally = (findings: readonly Finding[]) =>
  severities
    .map((severity) => `${severity} ${findings.filter((finding) => finding.severity === severity).length}`)
    .join('，')

/** The report of one file for people: three lines a finding and a closing tally. */
export const formatReport = (file: string, text: string, findings: readonly Finding[]): string => {
  if (findings.length === 0) return `${file}：未发现问题。`
  const where = positions(text, findings)
  const rows = findings.map((finding, index) =>
    [
      `${file}:${where[index]} [${finding.severity}] ${finding.class} ${change(finding)}`,
      `    ${finding.explanation}`,
      `    依据：${finding.basis}（${finding.ruleId}）`,
    ].join('\n'),
  )
  return [...rows, `${file}：共 ${findings.length} 处（${tally(findings)}）。`].join('\n')
}

export const formatRules = (rules: readonly RuleDescription[]): string =>
  rules
    .map(({ id, class: kind, name, severity, basis, examples }) =>
      [`${id}  [${severity}] ${kind}：${name}`, `    依据：${basis}`, `    例：${examples.join('；')}`].join('\n'),
    )
    .join('\n')
