import type { EventView } from '@rongmei/contract'
import { useMemo, useState } from 'react'
import { useApi, useApiPages } from '../../lib/queries.ts'
import { day, text, useUrlFilters } from '../../lib/url-filters.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { auditColumns } from './columns.tsx'
import { EventDrawer } from './EventDrawer.tsx'
import { kindOptions } from './kinds.ts'
import { zh } from './zh.ts'

const spec = { kind: text(), actor: text(), subject: text(120), from: day(), to: day() }

/** Who did what, when: every fact the house leaves behind. */
export function Component() {
  const filters = useUrlFilters(spec)
  const events = useApiPages('platform', 'listEvents', { query: filters.values })
  const people = useApi('identity', 'listPeople', { query: { limit: 100 } })
  const [shown, setShown] = useState<EventView | null>(null)
  const kinds = useMemo(kindOptions, [])
  return (
    <>
      <PageHeader title={zh.title} meta={zh.hint} />
      <FilterBar
        filters={filters}
        fields={[
          { kind: 'days', from: 'from', to: 'to', label: zh.days },
          {
            kind: 'choice',
            name: 'actor',
            label: zh.actor,
            searchable: true,
            options: (people.data?.items ?? []).map((person) => ({ value: person.id, label: person.name })),
          },
          { kind: 'choice', name: 'kind', label: zh.kind, searchable: true, options: kinds },
          { kind: 'search', name: 'subject', label: zh.subject, placeholder: `${zh.subject}（对象编号）` },
        ]}
      />
      <DataTable
        id="audit"
        label={zh.title}
        columns={auditColumns}
        rows={events}
        rowKey={(event) => event.id}
        onOpen={setShown}
        empty={{ title: zh.emptyTitle, hint: zh.emptyHint }}
      />
      <EventDrawer
        event={shown}
        onClose={() => setShown(null)}
        onFilter={(patch) => {
          setShown(null)
          filters.set(patch)
        }}
      />
    </>
  )
}
