import type { FindingView } from '@rongmei/contract'
import App from 'antd/es/app'
import { useState } from 'react'
import { saveFile } from '../../../lib/downloads.ts'
import { refuseFile, type UploadLimit, useUpload } from '../../../lib/uploads.ts'
import { zh } from '../zh.ts'
import type { Checked } from './Result.tsx'

const words = zh.check
export const MANUSCRIPTS: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.docx', '.txt', '.md'],
  words: 'Word 文档（.docx）或文本（.txt、.md）',
}

/** A file on its way through the proofreader: read, shown, and given back with comments. */
export function useCheck() {
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
  return {
    source,
    checked,
    problem,
    busy: reading.state ?? writing.state,
    cancel: reading.cancel,
    check,
    download,
    reset,
  }
}
