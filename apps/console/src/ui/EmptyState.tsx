import type { ReactNode } from 'react'
import './states.css'

/**
 * What an empty list says: what would stand here, and how to start.
 *
 * @example <EmptyState title="还没有稿件" hint="写好的稿件会出现在这里。" action={<Button>写稿</Button>} />
 */
export function EmptyState({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rm-blank">
      <p className="rm-blank-title">{title}</p>
      {hint && <p className="rm-blank-hint">{hint}</p>}
      {action}
    </div>
  )
}
