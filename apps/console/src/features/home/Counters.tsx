import type { Todo } from '@rongmei/contract'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useHas } from '../../lib/session.ts'
import { Num } from '../../ui/Num.tsx'
import { waitingCount } from './rows.ts'
import { zh } from './zh.ts'

/** The day in four numbers; each leads to its rows. */
export function Counters({ todo }: { todo: Todo }) {
  const library = useHas('story.write', 'story.readAll', 'story.reviewFirst', 'story.reviewSecond', 'story.reviewFinal')
  const inspects = useHas('inspection.record', 'story.readAll')
  if (!library && !inspects) return null
  const today = `${paths.stories()}?state=published&from=${todo.today}&to=${todo.today}&sort=published`
  return (
    <ul className="rm-counters">
      <Counter label={zh.counters.waiting} value={waitingCount(todo)} />
      {library && (
        <Counter label={zh.counters.late} value={todo.late} bad={todo.late > 0} to={`${paths.stories()}?late=true`} />
      )}
      {library && <Counter label={zh.counters.publishedToday} value={todo.publishedToday} to={today} />}
      {inspects && <Counter label={zh.counters.inspections} value={todo.inspectionsOpen} to={paths.inspections()} />}
    </ul>
  )
}

function Counter({ label, value, to, bad = false }: { label: string; value: number; to?: string; bad?: boolean }) {
  const inside = (
    <>
      <span className={bad ? 'rm-counter-value rm-bad' : 'rm-counter-value'}>
        <Num value={value} />
      </span>
      <span className="rm-muted">{label}</span>
    </>
  )
  return (
    <li>
      {to ? (
        <Link className="rm-counter" to={to}>
          {inside}
        </Link>
      ) : (
        <div className="rm-counter">{inside}</div>
      )}
    </li>
  )
}
