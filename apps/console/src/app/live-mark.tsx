import Tooltip from 'antd/es/tooltip'
import { liveState } from '../lib/live.ts'
import { zh } from './zh.ts'

/** Whether others' changes reach this page by themselves: a filled, ringed or crossed mark with words. */
export function LiveMark({ compact }: { compact: boolean }) {
  const state = liveState.use()
  return (
    <Tooltip title={zh.liveHint[state]}>
      <span className={`rm-live rm-live-${state}`} role="status" aria-label={zh.live[state]}>
        <span aria-hidden="true">{state === 'live' ? '●' : state === 'broken' ? '✕' : '○'}</span>
        {!compact && <span aria-hidden="true">{zh.live[state]}</span>}
      </span>
    </Tooltip>
  )
}
