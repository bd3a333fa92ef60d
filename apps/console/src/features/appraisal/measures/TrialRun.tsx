import Button from 'antd/es/button'
import type { MeasureView } from '@rongmei/contract'
import { useApiMutation } from '../../../lib/queries.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { percent } from '../format.ts'
import { zh } from '../zh.ts'
import { cleanParams, type Params } from './params.ts'

/** Computes a measure with the parameters on screen and stores nothing. */
export function TrialRun({ measure, values }: { measure: MeasureView; values: Params }) {
  const run = useApiMutation('appraisal', 'previewMeasure', { refresh: [], quiet: true })
  const { meets: _, ...params } = cleanParams(measure, values)
  return (
    <div aria-live="polite">
      <Button loading={run.isPending} onClick={() => run.mutate({ body: { measure: measure.name, params } })}>
        {zh.measures.preview}
      </Button>
      {run.error !== null && <ErrorState error={run.error} kept={zh.measures.previewFailed} />}
      {run.data && (
        <>
          <p className="appraisal-big">{run.data.text || zh.indicator.noValue}</p>
          <p className="appraisal-working">{run.data.working}</p>
          <p className="rm-muted">
            {[
              `${zh.indicator.coverage} ${percent(run.data.coverage, 0)}`,
              run.data.coverageNote,
              zh.measures.facts(run.data.factCount),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </div>
  )
}
