import { useApi } from '../../../lib/queries.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { percent } from '../format.ts'
import { words } from '../zh.values.ts'

/** How the target has fared over the years, and the one its measured values would support, with the data. */
export function Calibration({ id }: { id: string }) {
  const query = useApi('appraisal', 'calibrateIndicator', { params: { id } }, { staleTime: 60_000 })
  return (
    <section className="rm-panel">
      <h2 className="appraisal-section">{words.calibration}</h2>
      <QueryState query={query} rows={2}>
        {({ calibration }) =>
          calibration ? (
            <>
              <p>
                <strong>{calibration.verdict}</strong>：{calibration.message}
              </p>
              <table className="appraisal-years">
                <thead>
                  <tr>
                    {[words.year, words.target, words.actualValue, words.ratio].map((head) => (
                      <th key={head}>{head}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {calibration.history.map((one) => (
                    <tr key={one.year}>
                      <td>{one.year ?? '—'}</td>
                      <td>{one.target}</td>
                      <td>{one.copied ? words.copied(one.actual) : one.actual}</td>
                      <td className="rm-num">{one.ratio === null ? '—' : percent(one.ratio, 1)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {calibration.proposal && (
                <p>
                  {words.proposal}：
                  <strong>
                    {calibration.proposal.op ?? ''}
                    {calibration.proposal.value}
                    {calibration.proposal.unit}
                  </strong>
                  <br />
                  <span className="rm-muted">{calibration.proposal.basis}</span>
                </p>
              )}
            </>
          ) : (
            <p className="rm-muted">{words.noCalibration}</p>
          )
        }
      </QueryState>
    </section>
  )
}
