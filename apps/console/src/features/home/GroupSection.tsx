import { categoryNames, kindNames, type StoryRow } from '@rongmei/contract'
import Button from 'antd/es/button'
import { Link, useNavigate } from 'react-router'
import type { BackState } from '../../lib/here.ts'
import { formatNumber } from '../../lib/format.ts'
import { Moment } from '../../ui/Moment.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { StoryStateTag } from '../../ui/StoryStateTag.tsx'
import { type Group, nextStep, wholeGroup } from './rows.ts'
import { zh } from './zh.ts'

/** One group of the list, with its rows and the way to all of them. */
export function GroupSection({ group, activeKey, here }: { group: Group; activeKey: string | null; here: BackState }) {
  const name = zh.groups[group.key]
  return (
    <section className="rm-todo-group" aria-label={name}>
      <h2>
        {name} <span className="rm-todo-total">{group.total}</span>
        {group.total > group.items.length && (
          <Link className="rm-todo-all" to={wholeGroup(group.key)}>
            {zh.all(group.total)}
          </Link>
        )}
      </h2>
      <ul>
        {group.items.map((row) => (
          <TodoRow
            key={row.id}
            group={group.key}
            row={row}
            active={activeKey === `${group.key}:${row.id}`}
            here={here}
          />
        ))}
      </ul>
    </section>
  )
}

function TodoRow({
  group,
  row,
  active,
  here,
}: {
  group: Group['key']
  row: StoryRow
  active: boolean
  here: BackState
}) {
  const navigate = useNavigate()
  const step = nextStep(group, row)
  const title = row.title || zh.untitled
  const urgent = group !== 'drafts' && group !== 'sent'
  return (
    <li
      className={`rm-todo-row ${active ? 'rm-todo-active' : ''} ${row.late ? 'rm-todo-late' : ''}`}
      data-row-key={`${group}:${row.id}`}
      tabIndex={-1}
    >
      <div className="rm-todo-main">
        <Link className="rm-todo-title" to={step.to} state={here}>
          {title}
        </Link>
        {row.returned && (
          <p className="rm-todo-reason">
            <strong>{zh.returnedBy(row.returned.by.name)}</strong>：{row.returned.reason}
          </p>
        )}
        <Facts row={row} group={group} />
      </div>
      <Button
        type={urgent ? 'primary' : 'default'}
        onClick={() => void navigate(step.to, { state: here })}
        aria-label={`${step.label}：${title}`}
      >
        {step.label}
      </Button>
    </li>
  )
}

function Facts({ row, group }: { row: StoryRow; group: Group['key'] }) {
  return (
    <div className="rm-todo-facts">
      <StoryStateTag state={row.state} returned={row.returned !== null} />
      {row.late && (
        <StateTag shape="alert" tone="bad">
          {zh.late}
        </StateTag>
      )}
      {row.openMust > 0 && (
        <StateTag shape="alert" tone="warn">
          {zh.must(row.openMust)}
        </StateTag>
      )}
      <span className="rm-num">{row.number}</span>
      <span>
        {kindNames[row.kind]} · {categoryNames[row.category]} · {zh.characters(formatNumber(row.characters))}
      </span>
      <span>{[row.author.name, row.unitName].filter(Boolean).join(' · ')}</span>
      {row.plannedAt && (
        <span className={row.late ? 'rm-bad' : undefined}>
          {zh.planned} <Moment at={row.plannedAt} />
        </span>
      )}
      <span>
        {group === 'sent' || group === 'review' ? zh.sentAt : zh.updated}{' '}
        <Moment at={row.submittedAt ?? row.updatedAt} ago />
      </span>
    </div>
  )
}
