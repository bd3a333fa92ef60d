import App from 'antd/es/app'
import Dropdown from 'antd/es/dropdown'
import { useState } from 'react'
import type { VerdictView } from '@rongmei/contract'
import { saveFile } from '../../lib/downloads.ts'
import { sentenceFor } from '../../lib/explain.ts'
import { reasonAgainst } from '../../lib/can.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { zh } from './zh.ts'

export type ExportKind = 'docx' | 'xlsx'

/**
 * Saves forms as Word or Excel.
 *
 * @param name what the file is called, without its ending
 * @param fetchFile asks the server for the bytes
 */
export function ExportButton(props: {
  label: string
  name: string
  can: VerdictView | boolean | undefined
  fetchFile: (to: ExportKind) => Promise<Blob>
}) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const save = async (to: ExportKind) => {
    setBusy(true)
    try {
      saveFile(await props.fetchFile(to), `${props.name}.${to}`)
      message.success(zh.exported)
    } catch (error) {
      message.error(`${zh.exportFailed}：${sentenceFor(error)}`)
    } finally {
      setBusy(false)
    }
  }
  const button = (
    <ActionButton can={props.can} loading={busy}>
      {props.label}
    </ActionButton>
  )
  if (reasonAgainst(props.can) !== null) return button
  const items = [
    { key: 'docx', label: zh.exportDocx },
    { key: 'xlsx', label: zh.exportXlsx },
  ]
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => void save(key === 'xlsx' ? 'xlsx' : 'docx') }} trigger={['click']}>
      {button}
    </Dropdown>
  )
}
