import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import { useApiMutation } from '../../../lib/queries.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { percent } from '../format.ts'
import { HistoryChart } from '../indicator/History.tsx'
import { zh } from '../zh.ts'
import { words } from '../zh.values.ts'
import type { Params } from './params.ts'

type Props = {
  link: { measure: string; params: Params }
  /** The target the value will be held against: then a unit that does not fit is said. */
  target?: string
  why?: string | null
}

/** Computes a measure or a formula as it stands on screen, now and over past periods, and stores nothing. */
export function TrialRun({ link, target, why }: Props) {
  const run = useApiMutation('appraisal', 'previewMeasure', { refresh: [], quiet: true })
  const past = useApiMutation('appraisal', 'previewHistory', { refresh: [], quiet: true })
  const { meets: _, ...params } = link.params
  const body = { measure: link.measure, params }
  const compute = () => {
    past.reset()
    run.mutate({ body: { ...body, ...(target === undefined ? {} : { target }) } })
  }
  return (
    <div aria-live="polite">
      <div className="appraisal-actions">
        <Button loading={run.isPending} disabled={Boolean(why)} title={why ?? undefined} onClick={compute}>
          {zh.measures.preview}
        </Button>
        {run.data && (
          <Button loading={past.isPending} onClick={() => past.mutate({ body })}>
            {words.past}
          </Button>
        )}
      </div>
      {run.error !== null && <ErrorState error={run.error} />}
      {run.data && !run.error && <Outcome computed={run.data} />}
      {past.error !== null && <ErrorState error={past.error} />}
      {past.data && <HistoryChart points={past.data.points} unit={run.data?.unit ?? ''} />}
    </div>
  )
}

type Computed = NonNullable<ReturnType<typeof useApiMutation<'appraisal', 'previewMeasure'>>['data']>

function Outcome({ computed }: { computed: Computed }) {
  return (
    <>
      <p className="appraisal-big">{computed.text || zh.indicator.noValue}</p>
      {computed.unitProblem !== null && (
        <Alert type="warning" showIcon title={words.unitWrong} description={computed.unitProblem} />
      )}
      <p className="appraisal-working">{computed.working}</p>
      <p className="rm-muted">
        {[
          `${zh.indicator.coverage} ${percent(computed.coverage, 0)}`,
          computed.coverageNote,
          zh.measures.facts(computed.factCount),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
