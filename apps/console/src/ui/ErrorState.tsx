import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { explain } from '../lib/explain.ts'
import './states.css'

/**
 * What a failure says: what happened, what was kept, what to do, and the request number for whoever looks into it.
 *
 * @param error what was thrown; a `Refusal` speaks for itself
 * @param retry offered as 再试一次
 * @param kept what is safe, where the general sentence does not fit
 */
export function ErrorState({
  error,
  retry,
  kept,
  action,
}: {
  error: unknown
  retry?: (() => void) | undefined
  kept?: string
  action?: ReactNode
}) {
  const { title, advice, requestId } = explain(error)
  return (
    <div className="rm-blank" role="alert">
      <p className="rm-blank-title rm-blank-bad">{title}</p>
      <p className="rm-blank-hint">{kept ?? advice}</p>
      <p className="rm-blank-actions">
        {retry && (
          <Button type="primary" onClick={retry}>
            再试一次
          </Button>
        )}
        {action}
      </p>
      {requestId && <p className="rm-blank-id">请求编号 {requestId}</p>}
    </div>
  )
}
