import Button from 'antd/es/button'
import Progress from 'antd/es/progress'
import { formatNumber } from '../lib/format.ts'

/**
 * Work over two seconds: what is going on, how far, and a way to stop it.
 *
 * @param format how counts are printed (`formatBytes` for uploads); thousands separated unless told
 * @example {upload.state && <ProgressBar label={upload.state.name} done={upload.state.sent} total={upload.state.total} format={formatBytes} onCancel={upload.cancel} />}
 */
export function ProgressBar({
  label,
  done,
  total,
  format = formatNumber,
  onCancel,
}: {
  label: string
  done: number
  total: number
  format?: (count: number) => string
  onCancel?: () => void
}) {
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0
  return (
    <div className="rm-progress" role="group" aria-label={label}>
      <div className="rm-progress-words">
        <span className="rm-ellipsis" title={label}>
          {label}
        </span>
        <span className="rm-num rm-muted">
          {format(done)} / {format(total)}
        </span>
        {onCancel && (
          <Button size="small" type="link" onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
      <Progress percent={percent} size="small" showInfo={false} aria-label={label} />
    </div>
  )
}
