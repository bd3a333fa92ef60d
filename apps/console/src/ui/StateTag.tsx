import './state-tag.css'

export type Tone = 'quiet' | 'progress' | 'good' | 'warn' | 'bad'
export type Shape = 'ring' | 'quarter' | 'half' | 'most' | 'dot' | 'check' | 'change' | 'cross' | 'alert'

const SIGNS: Record<Shape, string> = {
  ring: '○',
  quarter: '◔',
  half: '◑',
  most: '◕',
  dot: '●',
  check: '✓',
  change: '✎',
  cross: '✕',
  alert: '!',
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
      <span className="rm-state-sign" aria-hidden="true">
        {SIGNS[shape]}
      </span>
      {children}
    </span>
  )
}
