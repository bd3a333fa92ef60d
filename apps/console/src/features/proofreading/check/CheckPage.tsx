import Button from 'antd/es/button'
import { useRef } from 'react'
import { formatBytes } from '../../../lib/format.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { zh } from '../zh.ts'
import { Result } from './Result.tsx'
import { TextIn } from './TextIn.tsx'
import { useCheck } from './useCheck.ts'
import './check.css'

const words = zh.check

/** 校对文件: a text or a file of anybody is read, shown with its findings and given back with comments; nothing is kept. */
export function Component() {
  const { source, checked, problem, busy, cancel, check, download, reset } = useCheck()
  const kept = useRef({ text: '' })
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
        <ProgressBar label={words.working} done={busy.sent} total={busy.total} format={formatBytes} onCancel={cancel} />
      )}
      {problem !== null && <ErrorState error={problem} />}
      {checked ? (
        <Result {...checked} />
      ) : (
        <TextIn kept={kept.current} busy={busy !== null} onCheck={(file) => void check(file)} />
      )}
    </>
  )
}
