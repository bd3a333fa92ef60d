import { type Person, roleNames } from '@rongmei/contract'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { Ellipsis } from '../../ui/Ellipsis.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { type Shape, StateTag, type Tone } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'

const words = zh.people
const LOOKS: Record<Person['state'], [Shape, Tone]> = {
  active: ['dot', 'good'],
  locked: ['cross', 'bad'],
  left: ['ring', 'quiet'],
}

export const peopleColumns: readonly DataColumn<Person>[] = [
  {
    key: 'name',
    title: words.columns.name,
    width: 96,
    choice: 'fixed',
    phone: 'title',
    render: (person) => person.name,
  },
  { key: 'account', title: words.columns.account, width: 128, render: (person) => <Ellipsis text={person.account} /> },
  {
    key: 'unit',
    title: words.columns.unit,
    width: 150,
    render: (person) => <Ellipsis text={person.unitName ?? zh.account.noUnit} />,
  },
  { key: 'post', title: words.columns.post, width: 110, render: (person) => <Ellipsis text={person.post || '—'} /> },
  {
    key: 'roles',
    title: words.columns.roles,
    width: 220,
    render: (person) => <Ellipsis text={person.roles.map((role) => roleNames[role]).join('、')} />,
  },
  {
    key: 'state',
    title: words.columns.state,
    width: 96,
    render: ({ state }) => (
      <StateTag shape={LOOKS[state][0]} tone={LOOKS[state][1]}>
        {words.states[state]}
      </StateTag>
    ),
  },
  {
    key: 'lastSeen',
    title: words.columns.lastSeen,
    width: 210,
    render: (person) =>
      person.lastSeenAt ? <Moment at={person.lastSeenAt} ago /> : <span className="rm-muted">{words.never}</span>,
  },
]
