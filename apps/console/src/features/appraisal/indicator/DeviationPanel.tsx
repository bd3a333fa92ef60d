import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { CAUSES, type Cause, type IndicatorView, type Project, type Sentence } from '@rongmei/contract'
import { formatMoment } from '../../../lib/format.ts'
import { useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { words } from '../zh.values.ts'

type Props = { indicator: IndicatorView; can: Project['can']['fill'] | undefined }
type Draft = { cause: Cause; sentences: Sentence[]; changed: boolean }

/** 偏差原因分析及改进措施: drafted from the facts, changed by a person, signed. */
export function DeviationPanel({ indicator, can }: Props) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const params = { id: indicator.id }
  const write = useApiMutation('appraisal', 'draftDeviation', {
    quiet: true,
    refresh: [],
    onSuccess: ({ cause, sentences }) => setDraft({ cause, sentences, changed: false }),
  })
  const { signed } = indicator
  return (
    <section>
      <h3 className="appraisal-section">{words.deviation}</h3>
      {signed && !draft && (
        <>
          <p>
            <strong>{words.causes[signed.cause]}</strong>
          </p>
          <ul className="appraisal-sentences">
            {signed.sentences.map((one) => (
              <li key={one.text}>
                {one.text} <small className="rm-muted">{words.cites(one.facts)}</small>
              </li>
            ))}
          </ul>
          <p className="rm-muted">{words.signedBy(signed.by.name, formatMoment(signed.at))}</p>
        </>
      )}
      {!signed && !draft && <p className="rm-muted">{words.deviationHint}</p>}
      {write.error !== null && !draft && <ErrorState error={write.error} />}
      {draft ? (
        <Signing indicator={indicator} can={can} draft={draft} onChange={setDraft} />
      ) : (
        <div className="appraisal-actions">
          <ActionButton can={can} loading={write.isPending} onClick={() => write.mutate({ params, body: {} })}>
            {signed ? words.draftAgain : words.draft}
          </ActionButton>
        </div>
      )}
    </section>
  )
}

type SigningProps = Props & { draft: Draft; onChange: (draft: Draft | null) => void }

function Signing({ indicator, can, draft, onChange }: SigningProps) {
  const params = { id: indicator.id }
  const again = useApiMutation('appraisal', 'draftDeviation', {
    quiet: true,
    refresh: [],
    onSuccess: ({ cause, sentences }) => onChange({ cause, sentences, changed: false }),
  })
  const sign = useApiMutation('appraisal', 'signDeviation', { quiet: true, onSuccess: () => onChange(null) })
  const put = (at: number, text: string) =>
    onChange({
      ...draft,
      changed: true,
      sentences: draft.sentences.map((one, index) => (index === at ? { ...one, text } : one)),
    })
  const drop = (at: number) =>
    onChange({ ...draft, changed: true, sentences: draft.sentences.filter((_, index) => index !== at) })
  const { cause, sentences, changed } = draft
  const body = {
    rev: indicator.rev,
    cause,
    sentences,
    draftedBy: changed ? ('person' as const) : ('template' as const),
  }
  const empty = sentences.length === 0 || sentences.some((one) => one.text.trim().length < 2)
  return (
    <>
      <Select
        aria-label={words.cause}
        className="appraisal-cause"
        value={cause}
        options={CAUSES.map((value) => ({ value, label: words.causes[value] }))}
        onChange={(next: Cause) => again.mutate({ params, body: { cause: next } })}
      />
      {sentences.map((one, at) => (
        <div key={at} className="appraisal-sentence">
          <Input.TextArea
            aria-label={words.sentence(at + 1)}
            autoSize
            maxLength={300}
            value={one.text}
            onChange={(event) => put(at, event.target.value)}
          />
          <small className="rm-muted">{words.cites(one.facts)}</small>
          <Button size="small" type="link" onClick={() => drop(at)}>
            {words.dropSentence}
          </Button>
        </div>
      ))}
      {(sign.error ?? again.error) !== null && <ErrorState error={sign.error ?? again.error} />}
      <div className="appraisal-actions">
        <ActionButton
          type="primary"
          can={can}
          why={empty ? words.sentenceNeeded : null}
          loading={sign.isPending}
          onClick={() => sign.mutate({ params, body })}
        >
          {words.sign}
        </ActionButton>
        <Button onClick={() => onChange(null)}>{words.cancel}</Button>
      </div>
    </>
  )
}
