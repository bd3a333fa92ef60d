import {
  CATEGORIES,
  categoryNames,
  kindNames,
  STORY_KINDS,
  STORY_STATES,
  stateNames,
  type StoryFilter,
  type StoryRow,
} from '@rongmei/contract'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Segmented from 'antd/es/segmented'
import Select from 'antd/es/select'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { saveFile } from '../../../lib/downloads.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { formatDay } from '../../../lib/format.ts'
import { useHere } from '../../../lib/here.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useApi, useApiPages } from '../../../lib/queries.ts'
import { usePhone } from '../../../lib/screen.ts'
import { useHas } from '../../../lib/session.ts'
import { choice, choiceOr, day, flag, text, useUrlFilters } from '../../../lib/url-filters.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { FilterBar, type FilterField } from '../../../ui/FilterBar.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { zh } from '../zh.ts'
import { columns } from './columns.tsx'
import { hrefOf, NextStep } from './NextStep.tsx'
import './library.css'

const words = zh.library
const VIEWS = ['all', 'mine', 'review'] as const
const SORTS = ['updated', 'published', 'planned'] as const

const spec = {
  view: choiceOr(VIEWS, 'all'),
  q: text(),
  state: choice(STORY_STATES),
  kind: choice(STORY_KINDS),
  category: choice(CATEGORIES),
  unit: text(36),
  author: text(36),
  from: day(),
  to: day(),
  late: flag(),
  sort: choiceOr(SORTS, 'updated'),
}

/** 文稿库: every story one may see, what each waits for, and that as its one button. */
export function Component() {
  const filters = useUrlFilters(spec)
  const { view, sort, ...rest } = filters.values
  const query = { ...rest, view, sort } as StoryFilter & { late?: 'true' }
  const list = useApiPages('newsroom', 'listStories', { query: query as never })
  const writes = useHas('story.write')
  const navigate = useNavigate()
  useKeys(words.title, [
    {
      combo: '/',
      label: words.keys.find,
      run: () => document.querySelector<HTMLInputElement>('.rm-filter-bar input[type=search]')?.focus(),
    },
    { combo: 'n', label: words.keys.create, run: () => writes && void navigate(paths.storyNew()) },
  ])
  return (
    <>
      <PageHeader title={words.title} actions={<Actions query={query} writes={writes} />} />
      <div className="library-views">
        <Segmented
          value={view}
          onChange={(next) => filters.set({ view: next })}
          options={VIEWS.map((value) => ({ value, label: words.views[value] }))}
        />
        <Select
          aria-label={words.sortLabel}
          variant="borderless"
          value={sort}
          options={SORTS.map((value) => ({ value, label: words.sorts[value] }))}
          onChange={(next) => filters.set({ sort: next })}
        />
      </div>
      <div className="library-filters">
        <Filtering filters={filters} />
      </div>
      <DataTable<StoryRow>
        id="stories"
        label={words.title}
        columns={columns}
        rows={list}
        rowKey={(row) => row.id}
        href={hrefOf}
        action={(row) => <NextStep row={row} />}
        tone={(row) => (row.late ? 'late' : undefined)}
        empty={emptyOf(filters.active, view, writes)}
      />
    </>
  )
}

function emptyOf(active: boolean, view: (typeof VIEWS)[number], writes: boolean) {
  const create = writes && (
    <Link to={paths.storyNew()}>
      <Button type="primary">{words.create}</Button>
    </Link>
  )
  if (view === 'review') return { title: words.emptyReview }
  if (view === 'mine') return { title: words.emptyMine, action: create }
  if (active) return { title: words.emptyFiltered }
  return writes ? { title: words.empty, action: create } : { title: words.emptyForOthers }
}

function Filtering({ filters }: { filters: ReturnType<typeof useUrlFilters<typeof spec>> }) {
  const units = useApi('identity', 'listUnits', undefined, { staleTime: 300_000 })
  const people = useApi('identity', 'listPeople', { query: { limit: 100 } }, { staleTime: 300_000 })
  const phone = usePhone()
  const [more, setMore] = useState(false)
  const named = (items: readonly { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const fields: FilterField<keyof typeof spec>[] = [
    { kind: 'search', name: 'q', label: words.filters.q },
    {
      kind: 'choice',
      name: 'state',
      label: words.filters.state,
      options: STORY_STATES.map((value) => ({ value, label: stateNames[value] })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: words.filters.kind,
      options: STORY_KINDS.map((value) => ({ value, label: kindNames[value] })),
    },
    {
      kind: 'choice',
      name: 'category',
      label: words.filters.category,
      options: CATEGORIES.map((value) => ({ value, label: categoryNames[value] })),
    },
    {
      kind: 'choice',
      name: 'unit',
      label: words.filters.unit,
      searchable: true,
      options: named(units.data?.items),
    },
    {
      kind: 'choice',
      name: 'author',
      label: words.filters.author,
      searchable: true,
      options: named(people.data?.items),
    },
    { kind: 'days', from: 'from', to: 'to', label: words.filters.dates },
    { kind: 'flag', name: 'late', label: words.filters.late },
  ]
  // On a phone the list comes first: one line to search in, the rest when asked for.
  if (!phone) return <FilterBar filters={filters} fields={fields} />
  return (
    <FilterBar
      filters={filters}
      fields={more ? fields : fields.slice(0, 1)}
      extra={
        <Button aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? words.filters.less : words.filters.more}
        </Button>
      }
    />
  )
}

function Actions({ query, writes }: { query: object; writes: boolean }) {
  const { message } = App.useApp()
  const here = useHere(words.title)
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveFile(
        await api.newsroom.exportStories({ query: query as never }),
        words.exportName(formatDay(new Date().toISOString())),
      )
      void message.success(words.exported)
    } catch (error) {
      void message.error(sentenceFor(error), 6)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button loading={busy} onClick={() => void download()}>
        {words.export}
      </Button>
      {writes && (
        <Link to={paths.storyNew()} state={here}>
          <Button type="primary">{words.create}</Button>
        </Link>
      )}
    </>
  )
}
