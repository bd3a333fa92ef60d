import EditOutlined from '@ant-design/icons/es/icons/EditOutlined'
import type { Todo } from '@rongmei/contract'
import Button from 'antd/es/button'
import { useNavigate } from 'react-router'
import { placesFor } from '../../app/navigation.ts'
import { paths } from '../../app/paths.ts'
import { useHere } from '../../lib/here.ts'
import { useKeys } from '../../lib/keys.ts'
import { useApi } from '../../lib/queries.ts'
import { useHas, useMe } from '../../lib/session.ts'
import { useActiveRow } from '../../ui/active-row.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Counters } from './Counters.tsx'
import { GroupSection } from './GroupSection.tsx'
import { ProjectsGlance } from './ProjectsGlance.tsx'
import { groupsInOrder, nextStep } from './rows.ts'
import { zh } from './zh.ts'
import './home.css'

/** The first page: what waits for me, what came back and why, what I sent and where it is. */
export function Component() {
  const todo = useApi('newsroom', 'todo')
  const navigate = useNavigate()
  const writes = useHas('story.write')
  return (
    <>
      <PageHeader
        title={zh.title}
        actions={
          writes && (
            <Button type="primary" icon={<EditOutlined />} onClick={() => void navigate(paths.storyNew())}>
              {zh.write}
            </Button>
          )
        }
      />
      <QueryState query={todo}>{(data) => <Groups todo={data} />}</QueryState>
    </>
  )
}

function Groups({ todo }: { todo: Todo }) {
  const navigate = useNavigate()
  const here = useHere(zh.title)
  const answers = useHas('project.read')
  const groups = groupsInOrder(todo)
  const rows = groups.flatMap((group) =>
    group.items.map((row) => ({ key: `${group.key}:${row.id}`, step: nextStep(group.key, row) })),
  )
  const active = useActiveRow(rows.map((row) => row.key))
  useKeys(zh.list, [
    { combo: 'j', label: '下一件', run: () => active.move(1) },
    { combo: 'k', label: '上一件', run: () => active.move(-1) },
    {
      combo: 'Enter',
      label: '做下一步',
      run: () => {
        const row = rows.find((item) => item.key === active.key)
        if (row) void navigate(row.step.to, { state: here })
      },
    },
  ])
  return (
    <>
      <Counters todo={todo} />
      {answers && <ProjectsGlance />}
      {groups.length === 0 && <Nothing />}
      {groups.map((group) => (
        <GroupSection key={group.key} group={group} activeKey={active.key} here={here} />
      ))}
    </>
  )
}

/** Nothing waits: say so, and offer the other places of this person's day. */
function Nothing() {
  const me = useMe()
  const navigate = useNavigate()
  const places = placesFor(me.abilities).filter((place) => place.to !== paths.home())
  return (
    <EmptyState
      title={zh.emptyTitle}
      hint={zh.emptyHint}
      action={
        <p className="rm-blank-actions">
          {places.map((place) => (
            <Button key={place.to} onClick={() => void navigate(place.to)}>
              {zh.go(place.label)}
            </Button>
          ))}
        </p>
      }
    />
  )
}
