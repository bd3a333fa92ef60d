import type { ErrorRow } from '@rongmei/contract'
import { formatNumber } from '../../lib/format.ts'
import { zh } from './zh.ts'

const words = zh.dashboard
const head = words.columns

/** Errors of units, classes or authors, side by side with their rate. */
export function ErrorTable({ kind, rows }: { kind: 'units' | 'classes' | 'authors'; rows: readonly ErrorRow[] }) {
  return (
    <section className="rm-panel quality-panel" aria-label={words.by[kind]}>
      <h2>{words.by[kind]}</h2>
      <div className="quality-scroll">
        <table className="quality-table">
          <thead>
            <tr>
              <th scope="col">{head.name[kind]}</th>
              <th scope="col" className="quality-number">
                {head.stories}
              </th>
              <th scope="col" className="quality-number">
                {head.found}
              </th>
              {kind !== 'classes' && (
                <th scope="col" className="quality-number">
                  {head.corrected}
                </th>
              )}
              <th scope="col" className="quality-number">
                {head.rate}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td className="quality-number rm-num">{formatNumber(row.stories)}</td>
                <td className="quality-number rm-num">{formatNumber(row.found)}</td>
                {kind !== 'classes' && <td className="quality-number rm-num">{formatNumber(row.corrected)}</td>}
                <td className="quality-number rm-num">{row.perThousand ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
