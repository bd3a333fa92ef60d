import TableOutlined from '@ant-design/icons/es/icons/TableOutlined'
import type { Editor } from '@tiptap/react'
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import { zh } from '../zh.ts'

const words = zh.editor.table

/** Inserts a table; inside one, its rows, columns and cells. */
export function TableTool({ editor, active }: { editor: Editor; active: boolean }) {
  const run = () => editor.chain().focus()
  const inside = [
    { key: 'rowBefore', label: words.rowBefore, act: () => run().addRowBefore().run() },
    { key: 'rowAfter', label: words.rowAfter, act: () => run().addRowAfter().run() },
    { key: 'columnBefore', label: words.columnBefore, act: () => run().addColumnBefore().run() },
    { key: 'columnAfter', label: words.columnAfter, act: () => run().addColumnAfter().run() },
    { key: 'merge', label: words.merge, act: () => run().mergeOrSplit().run() },
    { key: 'header', label: words.header, act: () => run().toggleHeaderRow().run() },
    { key: 'deleteRow', label: words.deleteRow, act: () => run().deleteRow().run() },
    { key: 'deleteColumn', label: words.deleteColumn, act: () => run().deleteColumn().run() },
    { key: 'delete', label: words.delete, danger: true, act: () => run().deleteTable().run() },
  ]
  const outside = [
    {
      key: 'insert',
      label: words.insert,
      act: () => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
  ]
  const items = active ? inside : outside
  return (
    <Dropdown trigger={['click']} menu={{ items: items.map(({ act, ...item }) => ({ ...item, onClick: act })) }}>
      <Button
        size="small"
        type="text"
        icon={<TableOutlined />}
        aria-label={zh.editor.tools.table}
        aria-pressed={active}
        className={active ? 'toolbar-on' : ''}
      />
    </Dropdown>
  )
}
