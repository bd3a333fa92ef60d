import { Link } from 'react-router'
import type { ProjectRow } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import { useHere } from '../../../lib/here.ts'
import { Num } from '../../../ui/Num.tsx'
import { FindingCounts } from '../FindingCounts.tsx'
import { percent } from '../format.ts'
import { zh } from '../zh.ts'
import { totalsOf } from './totals.ts'

/** The year on a phone: a card for each project with what one asks about first, and the sums below. */
export function PhoneList({ rows }: { rows: ProjectRow[] }) {
  const here = useHere(zh.projects)
  const totals = totalsOf(rows)
  return (
    <div className="appraisal-stack">
      {rows.map((row) => (
        <article key={row.id} className="rm-panel">
          <Link to={paths.project(row.id)} state={here}>
            <strong>
              {row.no}. {row.name}
            </strong>
          </Link>
          <Facts
            initial={row.initialFen}
            executed={row.executedFen}
            rates={[row.executionRate, row.initialRate]}
            points={`${row.statedTotal ?? row.scoreSum} ${row.grade}`}
          />
          <FindingCounts findings={row.findings} />
        </article>
      ))}
      <article className="rm-panel">
        <strong>{zh.total}</strong>
        <Facts
          initial={totals.initialFen}
          executed={totals.executedFen}
          rates={[totals.executionRate, totals.initialRate]}
        />
      </article>
    </div>
  )
}

type FactsProps = {
  initial: string | null
  executed: string | null
  rates: [string | null, string | null]
  points?: string
}

function Facts({ initial, executed, rates, points }: FactsProps) {
  return (
    <dl className="appraisal-pairs">
      <dt>{zh.columns.initial}</dt>
      <dd>
        <Num yuan={initial} />
      </dd>
      <dt>{zh.columns.executed}</dt>
      <dd>
        <Num yuan={executed} />
      </dd>
      <dt>
        {zh.columns.executionRate} / {zh.columns.initialRate}
      </dt>
      <dd className="rm-num">
        {percent(rates[0])} / {percent(rates[1])}
      </dd>
      {points !== undefined && (
        <>
          <dt>{zh.columns.statedTotal}</dt>
          <dd>{points}</dd>
        </>
      )}
    </dl>
  )
}
