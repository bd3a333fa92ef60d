import Alert from 'antd/es/alert'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ImportPreview } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import { useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { zh } from '../zh.ts'
import { importable, needsReplace, startingChoice } from './choice.ts'
import { FormPreview } from './FormPreview.tsx'
import { Lines } from './Lines.tsx'

const words = zh.importing

/** What was read, form by form, and the decision which of it to import. */
export function Preview({ preview, onAgain }: { preview: ImportPreview; onAgain: () => void }) {
  const { forms } = preview
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [names, setNames] = useState(() => startingChoice(forms))
  const [replace, setReplace] = useState(false)
  const finish = useApiMutation('appraisal', 'finishImport', {
    quiet: true,
    onSuccess: (reply) => {
      message.success(words.done(reply.imported))
      void navigate(`${paths.projects()}?year=${reply.year}`)
    },
  })
  const blocked =
    names.length === 0 ? words.chooseFirst : needsReplace(forms, names) && !replace ? words.replaceNeeded : null
  const tick = (name: string, on: boolean) => setNames(on ? [...names, name] : names.filter((other) => other !== name))
  if (forms.length === 0) {
    return (
      <EmptyState
        title={words.readFailed}
        hint={preview.warnings.join('；') || words.dropHint}
        action={<Button onClick={onAgain}>{words.again}</Button>}
      />
    )
  }
  const all = forms.filter(importable).map((form) => form.name)
  const rows = forms.reduce((sum, form) => sum + form.indicators, 0)
  return (
    <div className="appraisal-stack">
      <div className="appraisal-toolbar">
        <strong>{words.formsRead(forms.length, rows)}</strong>
        <Checkbox
          checked={names.length === all.length}
          indeterminate={names.length > 0 && names.length < all.length}
          onChange={(event) => setNames(event.target.checked ? all : [])}
        >
          {words.all}
        </Checkbox>
        <span className="rm-muted">{words.nothingYet}</span>
      </div>
      {preview.warnings.length > 0 && (
        <Alert type="warning" showIcon title={words.fileWarnings} description={<Lines lines={preview.warnings} />} />
      )}
      {forms.map((form, index) => (
        <FormPreview key={`${form.name}-${index}`} form={form} chosen={names.includes(form.name)} onChoose={tick} />
      ))}
      {finish.error !== null && <ErrorState error={finish.error} kept={words.nothingWritten} />}
      <div className="appraisal-foot">
        <ActionButton
          type="primary"
          why={blocked}
          loading={finish.isPending}
          onClick={() => finish.mutate({ params: { id: preview.id }, body: { names, replace } })}
        >
          {words.confirm(names.length)}
        </ActionButton>
        <Button onClick={onAgain}>{words.again}</Button>
        {forms.some((form) => form.exists) && (
          <Checkbox checked={replace} onChange={(event) => setReplace(event.target.checked)}>
            <span title={words.replaceHint}>{words.replace}</span>
            <small className="rm-muted"> {words.replaceHint}</small>
          </Checkbox>
        )}
      </div>
    </div>
  )
}
