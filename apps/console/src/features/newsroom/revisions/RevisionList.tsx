import type { Revision } from '@rongmei/contract'
import Radio from 'antd/es/radio'
import { formatNumber } from '../../../lib/format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { zh } from '../zh.ts'

const words = zh.revisions

/** The versions, newest first, each with the two marks: old side, new side. */
export function RevisionList(props: {
  items: Revision[]
  from: number | null
  to: number | null
  onPick: (patch: { from?: number; to?: number }) => void
}) {
  if (props.items.length === 0) return <EmptyState title={words.empty} />
  return (
    <ul className="revisions-list">
      {props.items.map((one) => (
        <li key={one.id} className={one.no === props.from || one.no === props.to ? 'revisions-chosen' : ''}>
          <div className="revisions-marks">
            <Radio
              checked={one.no === props.from}
              aria-label={`${words.pickFrom} ${words.no(one.no)}`}
              onChange={() => props.onPick({ from: one.no })}
            >
              {words.pickFrom}
            </Radio>
            <Radio
              checked={one.no === props.to}
              aria-label={`${words.pickTo} ${words.no(one.no)}`}
              onChange={() => props.onPick({ to: one.no })}
            >
              {words.pickTo}
            </Radio>
          </div>
          <div>
            <strong className="rm-num">{words.no(one.no)}</strong>{' '}
            <StateTag
              shape={one.reason === 'rescued' ? 'alert' : one.current ? 'check' : 'ring'}
              tone={one.reason === 'rescued' ? 'warn' : one.current ? 'good' : 'quiet'}
            >
              {one.current ? words.current : words.reasons[one.reason]}
            </StateTag>
          </div>
          <div className="rm-muted">
            <Moment at={one.at} />　{one.by.name}　<span className="rm-num">{formatNumber(one.characters)}</span> 字
          </div>
        </li>
      ))}
    </ul>
  )
}
