import App from 'antd/es/app'
import { useState } from 'react'
import { FORMULA, type IndicatorView, type Project } from '@rongmei/contract'
import { api } from '../../../lib/api.ts'
import { formatMoment } from '../../../lib/format.ts'
import { useApi, useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useUndoToast } from '../../../ui/UndoToast.tsx'
import { paramText } from '../measures/params.ts'
import { zh } from '../zh.ts'
import { words as more } from '../zh.values.ts'
import { draftOf } from './formula.ts'
import { PickMeasure } from './PickMeasure.tsx'

const words = zh.indicator

type Props = { indicator: IndicatorView; year: number; can: Project['can']['link'] | undefined }

/** Which measure the indicator rests on, and the verbs: link, change, compute again, unlink. */
export function LinkPanel({ indicator, year, can }: Props) {
  const [picking, setPicking] = useState(false)
  const { message } = App.useApp()
  const undoable = useUndoToast()
  const { link } = indicator
  const compute = useApiMutation('appraisal', 'computeIndicator', {
    onSuccess: () => void message.success(words.recomputed),
  })
  const unlink = useApiMutation('appraisal', 'linkIndicator', {
    onSuccess: ({ indicator: now }) => {
      if (!link) return
      const body = { rev: now.rev, link: { measure: link.measure, params: link.params } }
      undoable(words.unlinked, () => api.appraisal.linkIndicator({ params: { id: now.id }, body }))
    },
  })
  const params = { id: indicator.id }
  return (
    <section>
      <h3 className="appraisal-section">{words.measure}</h3>
      {link?.measure === FORMULA && <LinkedFormula link={link} />}
      {link && link.measure !== FORMULA && <Linked link={link} />}
      {!link && <p className="rm-muted">{words.notLinked}</p>}
      <div className="appraisal-actions">
        {link && (
          <ActionButton type="primary" can={can} loading={compute.isPending} onClick={() => compute.mutate({ params })}>
            {words.recompute}
          </ActionButton>
        )}
        <ActionButton type={link ? 'default' : 'primary'} can={can} onClick={() => setPicking(true)}>
          {link ? words.change : words.link}
        </ActionButton>
        {link && (
          <ActionButton
            can={can}
            loading={unlink.isPending}
            onClick={() => unlink.mutate({ params, body: { rev: indicator.rev, link: null } })}
          >
            {words.unlink}
          </ActionButton>
        )}
      </div>
      <PickMeasure indicator={indicator} year={year} open={picking} onClose={() => setPicking(false)} />
    </section>
  )
}

function LinkedFormula({ link }: { link: NonNullable<IndicatorView['link']> }) {
  const query = useApi('appraisal', 'listMeasures', undefined, { staleTime: 300_000 })
  const { expression, operands } = draftOf(link)
  return (
    <>
      <p>
        <strong>{expression}</strong>
        <br />
        <span className="rm-muted">{more.formulaLinked}</span>
      </p>
      <dl className="appraisal-pairs">
        {operands.map(({ name, measure, values }) => {
          const found = query.data?.items.find((one) => one.name === measure)
          const params = found?.params.filter((param) => values[param.name] !== undefined) ?? []
          return [
            <dt key={name}>{name}</dt>,
            <dd key={`${name}-measure`}>
              {[found?.title ?? measure, ...params.map((param) => paramText(param, values[param.name]))].join('；')}
            </dd>,
          ]
        })}
      </dl>
      <p className="rm-muted">{words.linkedBy(link.by.name, formatMoment(link.at))}</p>
    </>
  )
}

function Linked({ link }: { link: NonNullable<IndicatorView['link']> }) {
  const query = useApi('appraisal', 'listMeasures', undefined, { staleTime: 300_000 })
  const measure = query.data?.items.find((one) => one.name === link.measure)
  const meets = link.params['meets'] as { op: keyof typeof zh.measures.thresholdOps; value: unknown } | undefined
  return (
    <>
      <p>
        <strong>{measure?.title ?? link.measure}</strong>
        <br />
        <span className="rm-muted">{measure?.description}</span>
      </p>
      <p>
        {measure?.params
          .filter((param) => link.params[param.name] !== undefined)
          .map((param) => paramText(param, link.params[param.name]))
          .join('；')}
        {meets && `；${zh.measures.threshold} ${zh.measures.thresholdOps[meets.op]} ${String(meets.value)}`}
      </p>
      <p className="rm-muted">{words.linkedBy(link.by.name, formatMoment(link.at))}</p>
    </>
  )
}
