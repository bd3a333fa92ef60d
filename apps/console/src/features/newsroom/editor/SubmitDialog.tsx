import type { Story } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { type KeyboardEvent, useRef, useState } from 'react'
import { formatMoment } from '../../../lib/format.ts'
import { zh } from '../zh.ts'
import type { Shown } from './shown.ts'
import './submit.css'

const words = zh.submit

/** Before a story goes to review: what is still open, and, when something is, why it may go all the same. */
export function SubmitDialog(props: {
  story: Story
  open: Shown[]
  external: number
  busy: boolean
  error: string | null
  onSubmit: (overrideReason: string | undefined) => void
  onShow: (key: string) => void
  onClose: () => void
}) {
  const { story, open } = props
  const [reason, setReason] = useState('')
  const needsReason = open.length > 0
  const ready = props.external === 0 && (!needsReason || reason.trim() !== '')
  const field = useRef<{ focus: () => void }>(null)
  const go = useRef<HTMLButtonElement>(null)
  const send = () => ready && !props.busy && props.onSubmit(needsReason ? reason.trim() : undefined)
  return (
    <Modal
      open
      title={words.title}
      onCancel={props.onClose}
      afterOpenChange={(opened) => opened && (field.current ?? go.current)?.focus()}
      footer={
        <>
          <Button onClick={props.onClose}>{words.back}</Button>
          <Button type="primary" autoFocus={!needsReason} loading={props.busy} aria-disabled={!ready} onClick={send}>
            {needsReason ? words.goAnyway : words.go}
          </Button>
        </>
      }
    >
      <p className="submit-title">{story.title || zh.library.untitled}</p>
      {story.plannedAt && (
        <p className={story.late ? 'late' : 'rm-muted'}>{words.late(formatMoment(story.plannedAt))}</p>
      )}
      {props.external > 0 && <Alert type="error" showIcon title={words.external(props.external)} />}
      {needsReason ? (
        <>
          <Alert type="warning" showIcon title={words.open(open.length)} description={words.openHint} />
          <OpenList open={open} onShow={props.onShow} />
          <Input.TextArea
            ref={field as never}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder={words.reason}
            aria-label={words.reason}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onKeyDown={(event) => isSend(event) && send()}
          />
        </>
      ) : (
        <p>{words.clean}</p>
      )}
      {props.error && <Alert type="error" showIcon role="alert" title={props.error} />}
    </Modal>
  )
}

/** What is still open; each leads to its place in the text. */
function OpenList({ open, onShow }: { open: Shown[]; onShow: (key: string) => void }) {
  return (
    <ul className="submit-list">
      {open.slice(0, 50).map(({ key, finding }) => (
        <li key={key}>
          <button type="button" className="submit-finding" onClick={() => onShow(key)}>
            <span className="finding-quote">{finding.quote}</span>
            {finding.suggestions[0] && ` → ${finding.suggestions[0]}`}
            <span className="rm-muted">　{finding.explanation}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const isSend = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
