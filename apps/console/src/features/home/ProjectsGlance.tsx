import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useApi } from '../../lib/queries.ts'
import { sumProjects } from './glance.ts'
import { zh } from './zh.ts'

const words = zh.projects

/** The year's money and indicators in one line, for those who answer for them: ten seconds are enough. */
export function ProjectsGlance() {
  const { data } = useApi('appraisal', 'listProjects')
  const year = data?.items[0]?.year
  if (!data || year === undefined) return null
  const sum = sumProjects(data.items)
  return (
    <section className="rm-todo-group" aria-label={words.title(year)}>
      <h2>
        {words.title(year)}
        <span className="rm-todo-total">{words.count(data.items.length)}</span>
        <Link className="rm-todo-all" to={paths.projects()}>
          {words.go}
        </Link>
      </h2>
      <dl className="rm-glance">
        <Figure label={words.executed} value={sum.executed} />
        <Figure label={words.rate} value={words.percent(sum.rate)} />
        <Figure label={words.initialRate} value={words.percent(sum.initialRate)} />
        <Figure label={words.linked} value={`${sum.linked} / ${sum.indicators}`} />
        <Figure label={words.errors} value={String(sum.errors)} bad={sum.errors > 0} />
      </dl>
    </section>
  )
}

function Figure({ label, value, bad = false }: { label: string; value: string; bad?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={bad ? 'rm-bad' : undefined}>{value}</dd>
    </div>
  )
}
