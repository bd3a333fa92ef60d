import App from 'antd/es/app'
import Button from 'antd/es/button'
import Dragger from 'antd/es/upload/Dragger'
import { useState } from 'react'
import { Refusal, type ImportPreview } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import { formatBytes } from '../../../lib/format.ts'
import { useApi } from '../../../lib/queries.ts'
import { refuseFile, useUpload } from '../../../lib/uploads.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { zh } from '../zh.ts'
import { FORM_FILES } from './choice.ts'
import { MapTable } from './MapTable.tsx'
import { Preview } from './Preview.tsx'
import '../appraisal.css'

const words = zh.importing

/** 导入自评表: a file is read and shown; nothing is written before a person confirms. */
export function Component() {
  const list = useApi('appraisal', 'listProjects')
  const { message } = App.useApp()
  const upload = useUpload('appraisal', 'startImport')
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const read = async (file: File) => {
    const refused = refuseFile(file, FORM_FILES)
    if (refused) return void message.error(refused)
    setProblem(null)
    try {
      setPreview(await upload.send(file))
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setProblem(error)
    }
  }
  const header = <PageHeader title={words.title} back={{ to: paths.projects(), label: zh.projects }} />
  if (list.data && !list.data.can.import) {
    return (
      <>
        {header}
        <EmptyState title={words.notAllowed} hint={words.notAllowedHint} />
      </>
    )
  }
  if (preview) {
    return (
      <>
        {header}
        {preview.grid && (
          <MapTable
            key={preview.id}
            id={preview.id}
            grid={preview.grid}
            onMapped={setPreview}
            onAgain={() => setPreview(null)}
          />
        )}
        {(preview.forms.length > 0 || !preview.grid) && (
          <Preview key={`${preview.id}-${preview.forms.length}`} preview={preview} onAgain={() => setPreview(null)} />
        )}
      </>
    )
  }
  return (
    <>
      {header}
      {upload.state ? (
        <Reading {...upload.state} onCancel={upload.cancel} />
      ) : (
        <Drop onFile={(file) => void read(file)} />
      )}
      {problem !== null && <ReadProblem error={problem} />}
    </>
  )
}

function Drop({ onFile }: { onFile: (file: File) => void }) {
  return (
    <Dragger
      className="appraisal-drop"
      accept={FORM_FILES.accept.join(',')}
      showUploadList={false}
      beforeUpload={(file) => {
        onFile(file)
        return false
      }}
    >
      <p className="appraisal-section">{words.drop}</p>
      <p className="rm-muted">{words.dropHint}</p>
      <p className="rm-muted">{words.nothingYet}</p>
      <Button>{words.choose}</Button>
    </Dragger>
  )
}

function Reading({ name, sent, total, onCancel }: { name: string; sent: number; total: number; onCancel: () => void }) {
  return (
    <div className="rm-panel">
      <ProgressBar label={name} done={sent} total={total} format={formatBytes} onCancel={onCancel} />
      {sent >= total && (
        <>
          <p>{words.reading}</p>
          <Loading rows={4} label={words.reading} />
        </>
      )}
    </div>
  )
}

/** The refusal, with the reader's own reason where it gave one. */
function ReadProblem({ error }: { error: unknown }) {
  const details = error instanceof Refusal ? error.details : null
  const reason = details !== null && typeof details === 'object' && 'reason' in details ? details.reason : null
  return <ErrorState error={error} kept={typeof reason === 'string' ? reason : words.nothingWritten} />
}
