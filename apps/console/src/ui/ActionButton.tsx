import type { VerdictView } from '@rongmei/contract'
import Button, { type ButtonProps } from 'antd/es/button'
import Tooltip from 'antd/es/tooltip'
import { reasonAgainst } from '../lib/can.ts'
import './action-button.css'

/**
 * A button that says why it may not be pressed. It stays focusable and hoverable when refused (`aria-disabled`, never
 * `disabled`), so that mouse, finger, keyboard and screen reader all reach the reason.
 *
 * @param can the verdict that came with the data; a boolean for a page-wide `can`; undefined while it loads; leave the
 *   prop out for a button that is always allowed
 * @param why a reason of the screen itself (“先选一行”), shown before the verdict's
 * @example <ActionButton type="primary" can={story.can.submit} onClick={submit}>送审</ActionButton>
 */
export function ActionButton(
  props: Omit<ButtonProps, 'disabled'> & { can?: VerdictView | boolean | undefined; why?: string | null | undefined },
) {
  const { can, why, children, onClick, className, ...rest } = props
  // Given but undefined: the verdict is on its way. Not given at all: always allowed.
  const reason = why ?? ('can' in props ? reasonAgainst(can) : null)
  if (reason === null) {
    return (
      <Button {...rest} className={className} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <Tooltip title={reason} trigger={['hover', 'focus', 'click']}>
      <Button
        {...rest}
        htmlType="button"
        className={`rm-refused ${className ?? ''}`}
        aria-disabled="true"
        aria-description={reason}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
