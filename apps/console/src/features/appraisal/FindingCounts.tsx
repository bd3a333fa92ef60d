import type { ProjectRow } from '@rongmei/contract'
import { StateTag } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'

const SHAPES = { error: 'cross', warning: 'alert', info: 'ring' } as const
const TONES = { error: 'bad', warning: 'warn', info: 'quiet' } as const

/** How many findings of each severity; nothing is drawn for none. */
export function FindingCounts({ findings }: { findings: ProjectRow['findings'] }) {
  const shown = (['error', 'warning', 'info'] as const).filter((severity) => findings[severity] > 0)
  if (shown.length === 0) return <span className="rm-muted">{zh.noFindings}</span>
  return (
    <span className="appraisal-counts">
      {shown.map((severity) => (
        <StateTag
          key={severity}
          shape={SHAPES[severity]}
          tone={TONES[severity]}
          title={`${zh.severity[severity]} ${findings[severity]}`}
        >
          {String(findings[severity])}
        </StateTag>
      ))}
    </span>
  )
}
