import type { LintFinding } from '@rongmei/contract'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { zh } from '../zh.ts'

const SHAPES = { error: 'cross', warning: 'alert', info: 'ring' } as const
const TONES = { error: 'bad', warning: 'warn', info: 'quiet' } as const

/** One finding in words: how grave, where, what, and what to do. */
function FindingItem({ finding, onJump }: { finding: LintFinding; onJump: ((seq: number) => void) | undefined }) {
  const { row } = finding
  return (
    <li className="appraisal-finding" id={row === null ? undefined : `finding-${row}`}>
      <div className="appraisal-finding-head">
        <StateTag shape={SHAPES[finding.severity]} tone={TONES[finding.severity]}>
          {zh.severity[finding.severity]}
        </StateTag>
        {row === null || !onJump ? (
          <span>{row === null ? zh.findingOfForm : zh.findingOfRow(row)}</span>
        ) : (
          <a href={`#indicator-${row}`} title={zh.form.jump} onClick={(event) => jump(event, row, onJump)}>
            {zh.findingOfRow(row)}
          </a>
        )}
      </div>
      <p>{finding.message}</p>
      {finding.remedy !== '' && (
        <p className="appraisal-remedy">
          {zh.remedy}
          {finding.remedy}
        </p>
      )}
    </li>
  )
}

function jump(event: { preventDefault: () => void }, row: number, onJump: (seq: number) => void): void {
  event.preventDefault()
  onJump(row)
}

/** Findings of a form in order of place, the whole form first. */
export function FindingList({ findings, onJump }: { findings: LintFinding[]; onJump?: (seq: number) => void }) {
  if (findings.length === 0) return <EmptyState title={zh.noFindings} />
  const inOrder = findings.toSorted((left, right) => (left.row ?? 0) - (right.row ?? 0))
  return (
    <ol className="appraisal-findings">
      {inOrder.map((finding, index) => (
        <FindingItem key={`${finding.row}-${finding.code}-${index}`} finding={finding} onJump={onJump} />
      ))}
    </ol>
  )
}
