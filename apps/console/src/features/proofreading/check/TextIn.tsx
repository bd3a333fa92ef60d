import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import Dragger from 'antd/es/upload/Dragger'
import { useState } from 'react'
import { useKeys } from '../../../lib/keys.ts'
import { zh } from '../zh.ts'
import { MANUSCRIPTS } from './useCheck.ts'

const words = zh.check
const LONGEST = 500_000

/** Where a text is pasted or a file dropped. What was pasted stays for the next check of the same sitting. */
export function TextIn({
  kept,
  busy,
  onCheck,
}: {
  kept: { text: string }
  busy: boolean
  onCheck: (file: File) => void
}) {
  const [text, setText] = useState(kept.text)
  const write = (next: string) => {
    kept.text = next
    setText(next)
  }
  const empty = text.trim() === ''
  const check = () => {
    if (!empty && !busy) onCheck(new File([text], words.pasted, { type: 'text/plain' }))
  }
  useKeys(words.title, [{ combo: 'mod+Enter', label: words.run, run: check }])
  return (
    <div className="check-in">
      <TextArea
        value={text}
        aria-label={words.text}
        placeholder={words.hint}
        maxLength={LONGEST}
        autoFocus
        rows={14}
        onChange={(event) => write(event.target.value)}
      />
      <div className="check-run">
        <Button type="primary" disabled={empty || busy} onClick={check}>
          {words.run}
        </Button>
        <span className="rm-muted">{empty ? words.first : words.length(text.length)}</span>
      </div>
      <Dragger
        accept={MANUSCRIPTS.accept.join(',')}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          onCheck(file)
          return false
        }}
      >
        <p>{words.drop}</p>
        <p className="rm-muted">{words.limits}</p>
      </Dragger>
    </div>
  )
}
