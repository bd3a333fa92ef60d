import { paths } from '../../app/paths.ts'
import { useApi } from '../../lib/queries.ts'
import { text, useUrlFilters } from '../../lib/url-filters.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { PaymentList } from './PaymentList.tsx'
import { zh } from './zh.ts'
import './budget.css'

const FILTERS = { year: text(4) }

/** 支付记录 of a year, over all projects. */
export function Component() {
  const { values } = useUrlFilters(FILTERS)
  const year = /^20\d\d$/.test(values.year ?? '') ? Number(values.year) : undefined
  const list = useApi('budget', 'listBudgets', { query: year ? { year } : {} })
  return (
    <>
      <PageHeader title={zh.payments} back={{ to: paths.budget(), label: zh.title }} meta={zh.unit} />
      <QueryState query={list}>{(data) => <PaymentList year={data.year} />}</QueryState>
    </>
  )
}
