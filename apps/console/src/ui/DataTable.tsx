import Table from 'antd/es/table'
import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { useHere } from '../lib/here.ts'
import { useKeys } from '../lib/keys.ts'
import { usePhone } from '../lib/screen.ts'
import { ColumnSettings, useColumns } from './ColumnSettings.tsx'
import { toTableColumns, widthOf } from './data-columns.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { EmptyState } from './EmptyState.tsx'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'
import { LoadMore } from './LoadMore.tsx'
import { RowCards } from './RowCards.tsx'
import { useActiveRow } from './active-row.ts'
import './data-table.css'

export type { DataColumn } from './data-columns.tsx'
export type { DataTableProps } from './data-table-props.ts'

/**
 * A compact list over keyset-paged rows: j/k and Enter, the row's next step as a button, 加载更多, chosen columns kept
 * in this browser, and its own empty, failed and loading states. On a phone each row is a card.
 *
 * @example <DataTable id="stories" label="文稿库" rows={list} columns={columns} rowKey={(r) => r.id} href={(r) => paths.story(r.id)} empty={zh.empty} />
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, label, rowKey } = props
  const phone = usePhone()
  const open = useOpen(props)
  const active = useActiveRow(rows.items.map(rowKey))
  const { shown, hidden, setHidden } = useColumns(props.id, props.columns)
  useKeys(label, [
    { combo: 'j', label: '下一行', run: () => active.move(1) },
    { combo: 'k', label: '上一行', run: () => active.move(-1) },
    {
      combo: 'Enter',
      label: '打开这一行',
      run: () => {
        const row = rows.items.find((item) => rowKey(item) === active.key)
        if (row) open?.(row)
      },
    },
  ])
  if (rows.loading) return <Loading rows={8} />
  if (rows.error && rows.items.length === 0) return <ErrorState error={rows.error} retry={rows.reload} />
  return (
    <section className="rm-data-table" aria-label={label} aria-busy={rows.refreshing}>
      <div className="rm-data-toolbar">
        <div className="rm-data-toolbar-words">{props.toolbar}</div>
        {!phone && rows.items.length > 0 && (
          <ColumnSettings columns={props.columns} hidden={hidden} onChange={setHidden} />
        )}
      </div>
      {rows.items.length === 0 ? (
        <EmptyState {...props.empty} />
      ) : phone ? (
        <RowCards {...props} open={open} />
      ) : (
        <Table<Row>
          size="small"
          pagination={false}
          sticky={{ offsetHeader: 48 }}
          scroll={{ x: widthOf(shown, props.action !== undefined) }}
          rowKey={rowKey}
          dataSource={rows.items}
          columns={toTableColumns(shown, props.action)}
          rowClassName={(row) => rowClass(props, row, active.key, open !== undefined)}
          onRow={(row) => ({
            'data-row-key': rowKey(row),
            tabIndex: -1,
            onClick: (event) => {
              active.set(rowKey(row))
              if (isForRow(event)) open?.(row)
            },
          })}
        />
      )}
      <LoadMore rows={rows} />
    </section>
  )
}

function useOpen<Row>({ href, onOpen, label }: DataTableProps<Row>): ((row: Row) => void) | undefined {
  const navigate = useNavigate()
  const here = useHere(label)
  if (onOpen) return onOpen
  return href && ((row) => void navigate(href(row), { state: here }))
}

function rowClass<Row>(props: DataTableProps<Row>, row: Row, activeKey: string | null, opens: boolean): string {
  const classes = ['rm-row']
  if (opens) classes.push('rm-row-opens')
  if (props.rowKey(row) === activeKey) classes.push('rm-row-active')
  if (props.tone?.(row)) classes.push('rm-row-late')
  return classes.join(' ')
}

/**
 * Whether a click asks for the row. Not one on a control, not the end of selecting text, and not one in a menu or
 * question that a control of the row opened: React hands those up to the row though they stand elsewhere on the page.
 */
function isForRow({ currentTarget, target }: MouseEvent<HTMLElement>): boolean {
  const at = target as HTMLElement
  return (
    currentTarget.contains(at) && at.closest('a, button, input, label') === null && String(getSelection() ?? '') === ''
  )
}
