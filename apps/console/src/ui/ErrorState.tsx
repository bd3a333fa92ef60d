import { Refusal } from '@rongmei/contract'
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { explain } from '../lib/explain.ts'
import { useStepBack } from '../lib/here.ts'
import './states.css'

/**
 * What a failure says: what happened, what was kept, what to do, and the request number for whoever looks into it.
 *
 * @param error what was thrown; a `Refusal` speaks for itself
 * @param retry offered as 再试一次; where asking again cannot help (not found, not allowed) 返回上一页 stands instead
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
  const stepBack = useStepBack()
  const { title, advice, requestId } = explain(error)
  const final = error instanceof Refusal && [403, 404, 410].includes(error.status)
  return (
    <div className="rm-blank" role="alert">
      <h2 className="rm-blank-title rm-blank-bad">{title}</h2>
      <p className="rm-blank-hint">{kept ?? advice}</p>
      <p className="rm-blank-actions">
        {final && (
          <Button type="primary" onClick={stepBack}>
            返回上一页
          </Button>
        )}
        {retry && !final && (
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
