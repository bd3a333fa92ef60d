import { Link } from 'react-router'
import type { Project } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import { useHere } from '../../../lib/here.ts'
import { words } from '../zh.values.ts'

/** What is missing before the form can be handed in, each with the way to mend it. */
export function Gaps({ project }: { project: Project }) {
  const here = useHere(project.name)
  if (project.gaps.length === 0) return <p className="rm-muted">{words.gapsNone}</p>
  return (
    <details className="appraisal-gaps">
      <summary>{words.gaps(project.gaps.length)}</summary>
      <ul>
        {project.gaps.map((gap) => (
          <li key={`${gap.id}-${gap.gap}`}>
            <Link to={paths.indicator(gap.id)} state={here}>
              {gap.seq}. {gap.l3}
            </Link>
            ：{words.gap[gap.gap]}
          </li>
        ))}
      </ul>
    </details>
  )
}
