import type { ColumnType } from 'antd/es/table'
import type { ReactNode } from 'react'

/** One column. `render` gives the cell; give text cells to `Ellipsis`, numbers to `Num`, moments to `Moment`. */
export type DataColumn<Row> = {
  key: string
  title: string
  render: (row: Row) => ReactNode
  width?: number
  /** Takes the room that the other columns leave; `width` is then the least. For the one column with long words. */
  grows?: true
  align?: 'left' | 'right' | 'center'
  /** Whether people may hide it (they may unless this says `fixed`), and whether it starts hidden. */
  choice?: 'fixed' | 'shown' | 'hidden'
  /** On a phone: the card's title, one of its facts, or left out. A fact unless told. */
  phone?: 'title' | 'fact' | 'none'
}

const ACTION_WIDTH = 108

/**
 * How wide the table is at least, in pixels: when every column says its width, they are kept and long words end in an
 * ellipsis; else as wide as its words.
 */
export function widthOf<Row>(columns: readonly DataColumn<Row>[], hasAction: boolean): number | 'max-content' {
  if (!columns.every((column) => column.width)) return 'max-content'
  return columns.reduce((sum, column) => sum + (column.width ?? 0), hasAction ? ACTION_WIDTH : 0)
}

/** Our columns as the table component takes them, with the action column last. */
export function toTableColumns<Row extends object>(
  columns: readonly DataColumn<Row>[],
  action: ((row: Row) => ReactNode) | undefined,
): ColumnType<Row>[] {
  const shown = columns.map(
    (column): ColumnType<Row> => ({
      key: column.key,
      title: column.title,
      align: column.align ?? 'left',
      render: (_, row) => column.render(row),
      ...(column.width ? { ellipsis: { showTitle: false } } : {}),
      ...(column.width && !column.grows ? { width: column.width } : {}),
    }),
  )
  if (!action) return shown
  return [
    ...shown,
    {
      key: 'action',
      className: 'rm-action-cell',
      title: <span className="rm-sr-only">下一步</span>,
      align: 'right',
      width: ACTION_WIDTH,
      fixed: 'right',
      render: (_, row) => action(row),
    },
  ]
}
