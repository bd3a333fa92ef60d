import type { ReactNode } from 'react'
import type { Pages } from '../lib/queries.ts'
import type { DataColumn } from './data-columns.tsx'

export type DataTableProps<Row> = {
  /** Name under which column settings are kept in this browser. */
  id: string
  /** Accessible name of the table and of the page one returns to: 文稿库. */
  label: string
  columns: readonly DataColumn<Row>[]
  rows: Pages<Row>
  rowKey: (row: Row) => string
  /** Where Enter or a click on the row leads; or do something else with it (a drawer). */
  href?: (row: Row) => string
  onOpen?: (row: Row) => void
  /** The row's one primary button: its next step. Stands in the last column. */
  action?: (row: Row) => ReactNode
  empty: { title: string; hint?: ReactNode; action?: ReactNode }
  /** Marks rows that need a look: `late` draws a red edge. */
  tone?: (row: Row) => 'late' | undefined
  /** Left of the column settings: counts, exports. */
  toolbar?: ReactNode
}
