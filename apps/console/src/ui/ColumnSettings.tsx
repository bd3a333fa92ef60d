import SettingOutlined from '@ant-design/icons/es/icons/SettingOutlined'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Popover from 'antd/es/popover'
import { useState } from 'react'
import { isTextList, keep, readKept } from '../lib/kept.ts'
import type { DataColumn } from './data-columns.tsx'

/** Which columns of a list are shown in this browser. */
export function useColumns<Row>(id: string, columns: readonly DataColumn<Row>[]) {
  const usual = columns.filter((column) => column.choice === 'hidden').map((column) => column.key)
  const [hidden, setHiddenState] = useState(() => readKept(`columns.${id}`, usual, isTextList))
  const setHidden = (next: string[]) => {
    setHiddenState(next)
    keep(`columns.${id}`, next)
  }
  return {
    hidden,
    setHidden,
    shown: columns.filter((column) => column.choice === 'fixed' || !hidden.includes(column.key)),
  }
}

/** The 列设置 button with a box per column that may be hidden. */
export function ColumnSettings<Row>({
  columns,
  hidden,
  onChange,
}: {
  columns: readonly DataColumn<Row>[]
  hidden: readonly string[]
  onChange: (hidden: string[]) => void
}) {
  const free = columns.filter((column) => column.choice !== 'fixed')
  if (free.length === 0) return null
  const toggle = (key: string, show: boolean) =>
    onChange(show ? hidden.filter((other) => other !== key) : [...hidden, key])
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示哪些列"
      content={
        <div className="rm-column-choices">
          {free.map((column) => (
            <Checkbox
              key={column.key}
              checked={!hidden.includes(column.key)}
              onChange={(event) => toggle(column.key, event.target.checked)}
            >
              {column.title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button type="text" size="small" icon={<SettingOutlined />}>
        列设置
      </Button>
    </Popover>
  )
}
