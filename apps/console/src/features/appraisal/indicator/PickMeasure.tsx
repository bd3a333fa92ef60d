import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { useState } from 'react'
import type { IndicatorView, MeasureView } from '@rongmei/contract'
import { useApi, useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { MeasureList } from '../measures/MeasureList.tsx'
import { ParamsForm } from '../measures/ParamsForm.tsx'
import { cleanParams, type Params, startingParams } from '../measures/params.ts'
import { TrialRun } from '../measures/TrialRun.tsx'
import { zh } from '../zh.ts'

type Props = { indicator: IndicatorView; year: number; open: boolean; onClose: () => void }

/** Chooses a measure for an indicator: search, parameters, a trial run, then the link. */
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
type Choice = { name: string; values: Params }

function Picker({ indicator, year, measures, onClose }: PickerProps) {
  const [choice, setChoice] = useState<Choice | null>(() =>
    indicator.link ? { name: indicator.link.measure, values: indicator.link.params } : null,
  )
  const link = useApiMutation('appraisal', 'linkIndicator', { quiet: true, onSuccess: onClose })
  const measure = measures.find((one) => one.name === choice?.name)
  const choose = (name: string) => {
    const next = measures.find((one) => one.name === name)
    if (next) setChoice({ name, values: startingParams(next, year) })
  }
  const save = () => {
    if (!measure || !choice) return
    const params = cleanParams(measure, choice.values)
    link.mutate({
      params: { id: indicator.id },
      body: { rev: indicator.rev, link: { measure: measure.name, params } },
    })
  }
  return (
    <div className="appraisal-picker">
      <MeasureList measures={measures} chosen={measure?.name} onChoose={choose} />
      <div>
        {measure && choice ? (
          <>
            <h3 className="appraisal-section">{measure.title}</h3>
            <p>{measure.description}</p>
            <ParamsForm
              measure={measure}
              values={choice.values}
              onChange={(values) => setChoice({ name: measure.name, values })}
              threshold
            />
            <TrialRun key={measure.name} measure={measure} values={choice.values} />
          </>
        ) : (
          <p className="rm-muted">{zh.measures.choose}</p>
        )}
        {link.error !== null && <ErrorState error={link.error} />}
        <div className="appraisal-actions">
          <ActionButton
            type="primary"
            why={measure ? null : zh.measures.choose}
            loading={link.isPending}
            onClick={save}
          >
            {zh.indicator.link}
          </ActionButton>
          <Button onClick={onClose}>{zh.indicator.cancel}</Button>
        </div>
      </div>
    </div>
  )
}
