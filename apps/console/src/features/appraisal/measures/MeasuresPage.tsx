import { useState } from 'react'
import type { MeasureView } from '@rongmei/contract'
import { useApi } from '../../../lib/queries.ts'
import { text, useUrlFilters } from '../../../lib/url-filters.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { zh } from '../zh.ts'
import { MeasureList } from './MeasureList.tsx'
import { ParamsForm } from './ParamsForm.tsx'
import { cleanParams, startingParams } from './params.ts'
import { TrialRun } from './TrialRun.tsx'
import '../appraisal.css'

const FILTERS = { measure: text() }

/** 度量目录: everything that can be measured, to read about and to try. */
export function Component() {
  const query = useApi('appraisal', 'listMeasures')
  const filters = useUrlFilters(FILTERS)
  // The newest year that has forms is the one people want to try a measure on.
  const year = useApi('appraisal', 'listProjects', undefined, { staleTime: 300_000 }).data?.years[0]
  return (
    <>
      <PageHeader title={zh.measures.title} meta={zh.measures.hint} />
      <QueryState query={query}>
        {({ items }) => {
          const chosen = items.find((measure) => measure.name === filters.values.measure)
          return (
            <div className="appraisal-picker">
              <div className="rm-panel">
                <MeasureList measures={items} chosen={chosen?.name} onChoose={(measure) => filters.set({ measure })} />
              </div>
              <div className="rm-panel">
                {chosen ? (
                  <MeasureDetail key={`${chosen.name}-${year}`} measure={chosen} year={year} />
                ) : (
                  <EmptyState title={zh.measures.choose} />
                )}
              </div>
            </div>
          )
        }}
      </QueryState>
    </>
  )
}

function MeasureDetail({ measure, year }: { measure: MeasureView; year: number | undefined }) {
  const [values, setValues] = useState(() => startingParams(measure, year))
  return (
    <>
      <h2 className="appraisal-section">{measure.title}</h2>
      <p>{measure.description}</p>
      {measure.unit !== '' && <p className="rm-muted">{zh.measures.unit(measure.unit)}</p>}
      <ParamsForm id="try" measure={measure} values={values} onChange={setValues} />
      <TrialRun link={{ measure: measure.name, params: cleanParams(measure, values) }} />
    </>
  )
}
