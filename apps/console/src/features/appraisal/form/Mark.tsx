import Tooltip from 'antd/es/tooltip'
import type { ReactNode } from 'react'
import type { Mark } from './values.ts'
import { zh } from '../zh.ts'
import './mark.css'

/** One shape per kind of source, so that the marks differ without colour and in black print. */
const SHAPES: Record<Mark, ReactNode> = {
  printed: <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  computed: <rect x="1.5" y="1.5" width="7" height="7" fill="currentColor" />,
  typed: <path d="M5 1 L9.2 8.8 L0.8 8.8 Z" fill="currentColor" />,
  inferred: (
    <path
      d="M5 0.8 L9.2 5 L5 9.2 L0.8 5 Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeDasharray="2 1.2"
    />
  ),
  doubt: (
    <>
      <circle cx="5" cy="5" r="4.4" fill="none" stroke="currentColor" strokeWidth="1" />
      <path d="M3.6 3.8 Q3.7 2.6 5 2.6 Q6.4 2.6 6.4 3.7 Q6.4 4.6 5 5 L5 5.8" fill="none" stroke="currentColor" />
      <rect x="4.5" y="6.7" width="1" height="1" fill="currentColor" />
    </>
  ),
}

const ORDER: readonly Mark[] = ['printed', 'computed', 'typed', 'inferred', 'doubt']

/** The small mark beside a value; its name is spoken to those who cannot see the shape. */
export function MarkIcon({ mark }: { mark: Mark }) {
  return (
    <svg className={`appraisal-mark appraisal-mark-${mark}`} viewBox="0 0 10 10" role="img" aria-label={zh.marks[mark]}>
      {SHAPES[mark]}
    </svg>
  )
}

export function MarkLegend() {
  return (
    <ul className="appraisal-legend" aria-label={zh.form.legend}>
      {ORDER.map((mark) => (
        <li key={mark}>
          <Tooltip title={zh.markHints[mark]}>
            <span>
              <MarkIcon mark={mark} /> {zh.marks[mark]}
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}
