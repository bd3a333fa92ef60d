import { useState } from 'react'
import type { IndicatorView, Project } from '@rongmei/contract'
import { api } from '../../../lib/api.ts'
import { formatMoment } from '../../../lib/format.ts'
import { useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useUndoToast } from '../../../ui/UndoToast.tsx'
import { zh } from '../zh.ts'
import { TypeValue } from './TypeValue.tsx'

const words = zh.indicator

type Props = { indicator: IndicatorView; can: Project['can']['fill'] | undefined }

/** 手填: the value a person answers for, its reason and its proof; or the way to give one. */
export function TypedPanel({ indicator, can }: Props) {
  const [typing, setTyping] = useState(false)
  const undoable = useUndoToast()
  const { typed } = indicator
  const takeBack = useApiMutation('appraisal', 'fillIndicator', {
    onSuccess: ({ indicator: now }) => {
      if (!typed) return
      const { value, reason, fileUrl, fileName } = typed
      const body = { rev: now.rev, typed: { value, reason, fileUrl, fileName } }
      undoable(words.untyped, () => api.appraisal.fillIndicator({ params: { id: now.id }, body }))
    },
  })
  return (
    <section>
      <h3 className="appraisal-section">{words.typed}</h3>
      {typed ? (
        <dl className="appraisal-pairs">
          <dt>{words.typedValue}</dt>
          <dd>{typed.value}</dd>
          <dt>{words.typedReason}</dt>
          <dd>{typed.reason}</dd>
          <dt>{words.evidence}</dt>
          <dd>
            <a href={typed.fileUrl}>{typed.fileName}</a>
          </dd>
          <dt>{words.typist}</dt>
          <dd>{words.typedBy(typed.by.name, formatMoment(typed.at))}</dd>
        </dl>
      ) : (
        <p className="rm-muted">{words.notTyped}</p>
      )}
      <div className="appraisal-actions">
        <ActionButton can={can} onClick={() => setTyping(true)}>
          {typed ? words.typeAgain : words.type}
        </ActionButton>
        {typed && (
          <ActionButton
            can={can}
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate({ params: { id: indicator.id }, body: { rev: indicator.rev, typed: null } })}
          >
            {words.untype}
          </ActionButton>
        )}
      </div>
      <TypeValue indicator={indicator} open={typing} onClose={() => setTyping(false)} />
    </section>
  )
}
