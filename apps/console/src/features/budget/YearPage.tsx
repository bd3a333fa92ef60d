import App from 'antd/es/app'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useNavigate } from 'react-router'
import { BUDGET_FLAGS, type BudgetRow, budgetFlagNames } from '@rongmei/contract'
import { paths } from '../../app/paths.ts'
import { api, type Reply } from '../../lib/api.ts'
import { saveFile } from '../../lib/downloads.ts'
import { sentenceFor } from '../../lib/explain.ts'
import { pagesOf, useApi } from '../../lib/queries.ts'
import { choice, text, useUrlFilters } from '../../lib/url-filters.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Num } from '../../ui/Num.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Flags, Rate } from './parts.tsx'
import { zh } from './zh.ts'
import './budget.css'

type List = Reply<'budget', 'listBudgets'>
const FILTERS = { year: text(4), q: text(), flag: choice(BUDGET_FLAGS) }
const words = zh.columns

const COLUMNS: DataColumn<BudgetRow>[] = [
  { key: 'no', title: words.no, align: 'right', phone: 'none', render: (row) => row.no },
  { key: 'name', title: words.name, choice: 'fixed', phone: 'title', render: (row) => row.name },
  { key: 'initial', title: words.initial, align: 'right', render: (row) => <Num yuan={row.initialFen} /> },
  { key: 'adjusted', title: words.adjusted, align: 'right', render: (row) => <Num yuan={row.adjustedFen} /> },
  { key: 'executed', title: words.executed, align: 'right', render: (row) => <Num yuan={row.executedFen} /> },
  { key: 'rate', title: words.executionRate, align: 'right', render: (row) => <Rate of="year" sums={row} /> },
  { key: 'initialRate', title: words.initialRate, align: 'right', render: (row) => <Rate of="initial" sums={row} /> },
  { key: 'payments', title: words.payments, align: 'right', render: (row) => row.payments },
  { key: 'last', title: words.lastPaidOn, phone: 'none', render: (row) => row.lastPaidOn ?? '—' },
  { key: 'flags', title: words.flags, render: (row) => <Flags flags={row.flags} /> },
]

/** 预算执行: the projects of a year, what they may spend and what they spent. */
export function Component() {
  const filters = useUrlFilters(FILTERS)
  const { q, flag } = filters.values
  const asked = /^20\d\d$/.test(filters.values.year ?? '') ? Number(filters.values.year) : undefined
  const query = { ...(asked ? { year: asked } : {}), ...(q ? { q } : {}), ...(flag ? { flag } : {}) }
  const list = useApi('budget', 'listBudgets', { query }, { keepPrevious: true })
  return (
    <>
      <PageHeader
        title={zh.title}
        meta={
          <>
            {list.data && <span>{zh.hint(list.data.year)}</span>}
            <span>{zh.unit}</span>
          </>
        }
        actions={list.data && <Actions list={list.data} onYear={(year) => filters.set({ year: String(year) })} />}
      />
      <FilterBar
        filters={filters}
        fields={[
          { kind: 'search', name: 'q', label: zh.search },
          {
            kind: 'choice',
            name: 'flag',
            label: zh.flag,
            options: BUDGET_FLAGS.map((value) => ({ value, label: budgetFlagNames[value] })),
          },
        ]}
      />
      <DataTable
        id="budgets"
        label={zh.title}
        columns={COLUMNS}
        rows={pagesOf(list)}
        rowKey={(row) => row.projectId}
        href={(row) => paths.budgetProject(row.projectId)}
        tone={(row) => (row.flags.includes('overspent') ? 'late' : undefined)}
        empty={{ title: zh.emptyYear, hint: zh.emptyYearHint }}
        toolbar={list.data && <Totals list={list.data} />}
      />
    </>
  )
}

function Totals({ list: { totals } }: { list: List }) {
  return (
    <span className="budget-totals">
      <strong>{zh.total}</strong>
      <span>
        {words.initial} <Num yuan={totals.initialFen} />
      </span>
      <span>
        {words.adjusted} <Num yuan={totals.adjustedFen} />
      </span>
      <span>
        {words.executed} <Num yuan={totals.executedFen} />
      </span>
      <span>
        {words.executionRate} <Rate of="year" sums={totals} />
      </span>
      <span>
        {words.initialRate} <Rate of="initial" sums={totals} />
      </span>
    </span>
  )
}

function Actions({ list, onYear }: { list: List; onYear: (year: number) => void }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { year } = list
  const save = async () => {
    try {
      saveFile(await api.budget.exportBudgets({ params: { year } }), `${zh.exportName}-${year}.xlsx`)
      message.success(zh.exported)
    } catch (error) {
      message.error(sentenceFor(error))
    }
  }
  const years = [...new Set([...list.years, year])].toSorted((a, b) => b - a)
  return (
    <>
      <Select
        aria-label={zh.year}
        value={year}
        onChange={onYear}
        options={years.map((value) => ({ value, label: `${value} ${zh.year}` }))}
      />
      <Button onClick={() => void navigate(`${paths.budgetPayments()}?year=${year}`)}>{zh.payments}</Button>
      <Button onClick={() => void save()}>{zh.export}</Button>
      <ActionButton
        type="primary"
        can={list.can.write}
        onClick={() => void navigate(`${paths.budgetImport()}?year=${year}`)}
      >
        {zh.import}
      </ActionButton>
    </>
  )
}
