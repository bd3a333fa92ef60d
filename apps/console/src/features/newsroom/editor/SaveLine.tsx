import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined'
import EditOutlined from '@ant-design/icons/es/icons/EditOutlined'
import LoadingOutlined from '@ant-design/icons/es/icons/LoadingOutlined'
import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined'
import Button from 'antd/es/button'
import { zh } from '../zh.ts'
import { labelOf, type SaveState } from './autosave.ts'

const words = zh.editor
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
})

export const clockTime = (instant: string): string => TIME.format(new Date(instant))

/** Where the words are: on the server since when, on their way, or only here and why. */
export function SaveLine({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  const label = labelOf(save)
  return (
    <span className={`save-line save-${label}`} role="status" aria-live="polite">
      {label === 'saved' && (
        <>
          <CheckCircleOutlined /> {words.saved(clockTime(save.savedAt ?? ''))}
        </>
      )}
      {label === 'saving' && (
        <>
          <LoadingOutlined /> {words.saving}
        </>
      )}
      {label === 'unsaved' && (
        <>
          <EditOutlined /> {words.unsaved}
        </>
      )}
      {label === 'failed' && (
        <>
          <WarningOutlined /> {words.failed(save.failure?.message ?? '')}　
          <span className="rm-muted">{words.failedKept}</span>
          <Button size="small" type="link" onClick={onRetry}>
            {words.retry}
          </Button>
        </>
      )}
    </span>
  )
}
