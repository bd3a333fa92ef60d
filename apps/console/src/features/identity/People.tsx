import UserAddOutlined from '@ant-design/icons/es/icons/UserAddOutlined'
import { type Person, ROLE_KEYS, roleNames, type Unit } from '@rongmei/contract'
import { useState } from 'react'
import { useApi, useApiPages } from '../../lib/queries.ts'
import { choice, text, useUrlFilters } from '../../lib/url-filters.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FilterBar, type FilterField } from '../../ui/FilterBar.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PersonActions } from './PersonActions.tsx'
import { peopleColumns } from './people-columns.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { TemporaryPassword, type Issued } from './TemporaryPassword.tsx'
import { zh } from './zh.ts'
import './identity.css'

const STATES = ['active', 'locked', 'left'] as const
const spec = { q: text(40), unit: text(), role: choice(ROLE_KEYS), state: choice(STATES) }
const words = zh.people

/** Who works here: search, add, change, lock, give a new password. */
export function Component() {
  const filters = useUrlFilters(spec)
  const people = useApiPages('identity', 'listPeople', { query: filters.values })
  const units = useApi('identity', 'listUnits')
  const [drawer, setDrawer] = useState<Person | 'new' | null>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <ActionButton
            type="primary"
            icon={<UserAddOutlined />}
            can={people.first?.can.add}
            onClick={() => setDrawer('new')}
          >
            {words.add}
          </ActionButton>
        }
      />
      <FilterBar filters={filters} fields={fieldsFor(units.data?.items ?? [])} />
      <DataTable
        id="people"
        label={words.title}
        columns={peopleColumns}
        rows={people}
        rowKey={(person) => person.id}
        {...(people.first?.can.add ? { onOpen: (person: Person) => person.can.edit.ok && setDrawer(person) } : {})}
        action={(person) => <PersonActions person={person} onEdit={() => setDrawer(person)} onIssued={setIssued} />}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
        toolbar={people.first && words.total(people.first.total)}
      />
      <PersonDrawer
        open={drawer}
        units={units.data?.items ?? []}
        onClose={() => setDrawer(null)}
        onIssued={setIssued}
      />
      <TemporaryPassword issued={issued} onClose={() => setIssued(null)} />
    </>
  )
}

function fieldsFor(units: readonly Unit[]): FilterField<keyof typeof spec>[] {
  return [
    { kind: 'search', name: 'q', label: words.search },
    {
      kind: 'choice',
      name: 'unit',
      label: words.fields.unit,
      searchable: true,
      options: units.map((unit) => ({ value: unit.id, label: unit.name })),
    },
    {
      kind: 'choice',
      name: 'role',
      label: words.fields.roles,
      options: ROLE_KEYS.map((role) => ({ value: role, label: roleNames[role] })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: words.fields.state,
      options: STATES.map((state) => ({ value: state, label: words.states[state] })),
    },
  ]
}
