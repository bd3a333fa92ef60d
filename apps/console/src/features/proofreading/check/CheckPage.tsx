import type { FindingView } from '@rongmei/contract'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import Dragger from 'antd/es/upload/Dragger'
import { useState } from 'react'
import { saveFile } from '../../../lib/downloads.ts'
import { formatBytes } from '../../../lib/format.ts'
import { useKeys } from '../../../lib/keys.ts'
import { refuseFile, type UploadLimit, useUpload } from '../../../lib/uploads.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { zh } from '../zh.ts'
import { type Checked, Result } from './Result.tsx'
import './check.css'

const words = zh.check
const MANUSCRIPTS: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.docx', '.txt', '.md'],
  words: 'Word 文档（.docx）或文本（.txt、.md）',
}
const LONGEST = 500_000

/** 校对文件: a text or a file of anybody is read, shown with its findings and given back with comments; nothing is kept. */
export function Component() {
  const [text, setText] = useState('')
  const [source, setSource] = useState<File | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const { message } = App.useApp()
  const reading = useUpload('proofreading', 'checkDocument')
  const writing = useUpload('proofreading', 'annotateDocument')
  const guarded = async (work: () => Promise<void>) => {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setProblem(error)
    }
  }
  const check = (file: File) =>
    guarded(async () => {
      const refused = refuseFile(file, MANUSCRIPTS)
      if (refused) return void message.error(refused)
      const reply = await reading.send(file)
      setSource(file)
      setChecked({ blocks: reply.blocks, findings: reply.findings as FindingView[] })
    })
  const checkText = () => {
    if (text.trim() !== '') void check(new File([text], words.pasted, { type: 'text/plain' }))
  }
  const download = () =>
    guarded(async () => {
      if (!source) return
      const name = `${source.name.replace(/\.[^.]*$/, '')}${words.suffix}`
      saveFile(await writing.send(source), name)
    })
  const reset = () => {
    setChecked(null)
    setSource(null)
    setProblem(null)
  }
  useKeys(words.title, [{ combo: 'mod+Enter', label: words.run, run: checkText }], !checked)
  const busy = reading.state ?? writing.state
  return (
    <>
      <PageHeader
        title={words.title}
        meta={checked && source ? words.of(source.name, checked.findings.length) : words.about}
        actions={
          checked && (
            <>
              <Button onClick={reset}>{words.again}</Button>
              <Button type="primary" onClick={() => void download()} disabled={busy !== null}>
                {words.download}
              </Button>
            </>
          )
        }
      />
      {busy && (
        <ProgressBar
          label={words.working}
          done={busy.sent}
          total={busy.total}
          format={formatBytes}
          onCancel={reading.cancel}
        />
      )}
      {problem !== null && <ErrorState error={problem} />}
      {checked ? (
        <Result {...checked} />
      ) : (
        <div className="check-in">
          <TextArea
            value={text}
            aria-label={words.text}
            placeholder={words.hint}
            maxLength={LONGEST}
            autoFocus
            rows={14}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="check-run">
            <Button type="primary" disabled={text.trim() === '' || busy !== null} onClick={checkText}>
              {words.run}
            </Button>
            <span className="rm-muted">{text.trim() === '' ? words.first : words.length(text.length)}</span>
          </div>
          <Dragger
            accept={MANUSCRIPTS.accept.join(',')}
            showUploadList={false}
            disabled={busy !== null}
            beforeUpload={(file) => {
              void check(file)
              return false
            }}
          >
            <p>{words.drop}</p>
            <p className="rm-muted">{words.limits}</p>
          </Dragger>
        </div>
      )}
    </>
  )
}
