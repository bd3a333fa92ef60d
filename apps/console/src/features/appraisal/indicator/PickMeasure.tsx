import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import Segmented from 'antd/es/segmented'
import { useState } from 'react'
import { FORMULA, type IndicatorView, type MeasureView } from '@rongmei/contract'
import { useApi, useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { MeasureList } from '../measures/MeasureList.tsx'
import { ParamsForm } from '../measures/ParamsForm.tsx'
import { cleanParams, type Params, startingParams } from '../measures/params.ts'
import { TrialRun } from '../measures/TrialRun.tsx'
import { zh } from '../zh.ts'
import { words } from '../zh.values.ts'
import { draftOf, linkOfDraft } from './formula.ts'
import { FormulaEditor } from './FormulaEditor.tsx'

type Props = { indicator: IndicatorView; year: number; open: boolean; onClose: () => void }

/** Chooses what an indicator rests on: one measure or several in a formula, a trial run, then the link. */
export function PickMeasure({ indicator, year, open, onClose }: Props) {
  const query = useApi('appraisal', 'listMeasures', undefined, { enabled: open })
  return (
    <Drawer title={`${zh.indicator.link}：${indicator.l3}`} open={open} onClose={onClose} size={880} destroyOnHidden>
      <QueryState query={query}>
        {({ items }) => <Picker indicator={indicator} year={year} measures={items} onClose={onClose} />}
      </QueryState>
    </Drawer>
  )
}

type PickerProps = Omit<Props, 'open'> & { measures: MeasureView[] }

function Picker(props: PickerProps) {
  const [several, setSeveral] = useState(props.indicator.link?.measure === FORMULA)
  return (
    <div className="appraisal-stack">
      <Segmented
        aria-label={words.kindOfLink}
        value={several ? 'several' : 'one'}
        onChange={(value) => setSeveral(value === 'several')}
        options={[
          { value: 'one', label: words.one },
          { value: 'several', label: words.several },
        ]}
      />
      {several ? <Several {...props} /> : <One {...props} />}
    </div>
  )
}

type Choice = { name: string; values: Params }

function One({ indicator, year, measures, onClose }: PickerProps) {
  const [choice, setChoice] = useState<Choice | null>(() =>
    indicator.link ? { name: indicator.link.measure, values: indicator.link.params } : null,
  )
  const measure = measures.find((one) => one.name === choice?.name)
  const choose = (name: string) => {
    const next = measures.find((one) => one.name === name)
    if (next) setChoice({ name, values: startingParams(next, year) })
  }
  const link = measure && choice ? { measure: measure.name, params: cleanParams(measure, choice.values) } : null
  return (
    <div className="appraisal-picker">
      <MeasureList measures={measures} chosen={measure?.name} onChoose={choose} />
      <div>
        {measure && choice && link ? (
          <>
            <h3 className="appraisal-section">{measure.title}</h3>
            <p>{measure.description}</p>
            <ParamsForm
              id="one"
              measure={measure}
              values={choice.values}
              onChange={(values) => setChoice({ name: measure.name, values })}
              threshold
            />
            <TrialRun key={measure.name} link={link} target={indicator.target} />
          </>
        ) : (
          <p className="rm-muted">{zh.measures.choose}</p>
        )}
        <Save indicator={indicator} link={link} why={zh.measures.choose} onClose={onClose} />
      </div>
    </div>
  )
}

function Several({ indicator, year, measures, onClose }: PickerProps) {
  const [draft, setDraft] = useState(() => draftOf(indicator.link))
  const link = linkOfDraft(draft, measures)
  return (
    <div>
      <FormulaEditor draft={draft} measures={measures} year={year} onChange={setDraft} />
      <TrialRun
        link={link ?? { measure: FORMULA, params: {} }}
        target={indicator.target}
        why={link ? null : words.needFormula}
      />
      <Save indicator={indicator} link={link} why={words.needFormula} onClose={onClose} />
    </div>
  )
}

type SaveProps = {
  indicator: IndicatorView
  link: { measure: string; params: Params } | null
  /** What is missing while there is no link. */
  why: string
  onClose: () => void
}

function Save({ indicator, link, why, onClose }: SaveProps) {
  const save = useApiMutation('appraisal', 'linkIndicator', { quiet: true, onSuccess: onClose })
  return (
    <>
      {save.error !== null && <ErrorState error={save.error} />}
      <div className="appraisal-actions">
        <ActionButton
          type="primary"
          why={link ? null : why}
          loading={save.isPending}
          onClick={() => save.mutate({ params: { id: indicator.id }, body: { rev: indicator.rev, link } })}
        >
          {zh.indicator.link}
        </ActionButton>
        <Button onClick={onClose}>{zh.indicator.cancel}</Button>
      </div>
    </>
  )
}
