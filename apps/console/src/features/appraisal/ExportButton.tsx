import App from 'antd/es/app'
import Dropdown from 'antd/es/dropdown'
import { useState } from 'react'
import type { ExportChoice, VerdictView } from '@rongmei/contract'
import { saveFile } from '../../lib/downloads.ts'
import { sentenceFor } from '../../lib/explain.ts'
import { reasonAgainst } from '../../lib/can.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { zh } from './zh.ts'
import { words } from './zh.values.ts'

export type ExportKind = ExportChoice['to']

const KINDS: Record<ExportKind, { label: string; ending: string }> = {
  docx: { label: zh.exportDocx, ending: '.docx' },
  xlsx: { label: zh.exportXlsx, ending: '.xlsx' },
  pdf: { label: words.exportPdf, ending: '.pdf' },
  csv: { label: words.exportCsv, ending: '.csv' },
  budgetCsv: { label: words.exportBudgetCsv, ending: words.budgetEnding },
  json: { label: words.exportJson, ending: '.json' },
}

/**
 * Saves forms: the official layout in Word, Excel or PDF, or tables and data for machines.
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
      saveFile(await props.fetchFile(to), `${props.name}${KINDS[to].ending}`)
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
  const items = Object.entries(KINDS).map(([key, { label }]) => ({ key, label }))
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => void save(key as ExportKind) }} trigger={['click']}>
      {button}
    </Dropdown>
  )
}
