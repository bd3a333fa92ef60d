import type { ReactNode } from 'react'
import './state-tag.css'

export type Tone = 'quiet' | 'progress' | 'good' | 'warn' | 'bad'
export type Shape = 'ring' | 'quarter' | 'half' | 'most' | 'dot' | 'check' | 'change' | 'cross' | 'alert'

const circle = <circle cx="6" cy="6" r="4.5" />
const slice = (path: string) => (
  <>
    {circle}
    <path d={path} fill="currentColor" stroke="none" />
  </>
)

/** Drawn, not typed: fonts disagree about ○ ◔ ◑ and some have none of them. */
const SIGNS: Record<Shape, ReactNode> = {
  ring: circle,
  quarter: slice('M6 6V1.5A4.5 4.5 0 0 1 10.5 6Z'),
  half: slice('M6 1.5a4.5 4.5 0 0 1 0 9Z'),
  most: slice('M6 6V1.5A4.5 4.5 0 1 1 1.5 6Z'),
  dot: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  check: <path d="M2 6.5 4.8 9.3 10 3.2" />,
  change: <path d="M2 10l.6-2.6L8 2l2 2-5.4 5.4L2 10Z" />,
  cross: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />,
  alert: <path d="M6 1.5v6M6 9.6v.9" />,
}

/**
 * A state in words with a shape before it, so that it reads without colour (print, colour blindness, sun). `bad` is
 * for what is wrong or overdue only.
 *
 * @example <StateTag shape="half" tone="progress">待二审</StateTag>
 */
export function StateTag({
  shape,
  tone = 'quiet',
  children,
  title,
}: {
  shape: Shape
  tone?: Tone
  children: string
  title?: string
}) {
  return (
    <span className={`rm-state rm-state-${tone}`} title={title}>
      <svg className="rm-state-sign" viewBox="0 0 12 12" aria-hidden="true">
        {SIGNS[shape]}
      </svg>
      {children}
    </span>
  )
}
