import type { Story } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import { zh } from '../zh.ts'

const words = zh.acts

/** Withdrawal goes outside at once and cannot be undone: it names the story and asks for the reason. */
export function WithdrawDialog(props: {
  story: Story
  busy: boolean
  onWithdraw: (reason: string) => void
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== ''
  return (
    <Modal
      open
      title={words.withdrawTitle(props.story.title)}
      okText={words.withdrawGo}
      okButtonProps={{ danger: true, loading: props.busy, disabled: !ready, title: ready ? '' : words.withdrawReason }}
      onOk={() => props.onWithdraw(reason.trim())}
      onCancel={props.onClose}
    >
      <Alert type="warning" showIcon title={words.withdrawText} />
      <Input.TextArea
        autoFocus
        className="dialog-text"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        placeholder={words.withdrawReason}
        aria-label={words.withdrawReason}
        maxLength={500}
        autoSize={{ minRows: 3 }}
      />
    </Modal>
  )
}
