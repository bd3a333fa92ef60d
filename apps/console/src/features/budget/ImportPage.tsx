import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Table, { type ColumnType } from 'antd/es/table'
import Dragger from 'antd/es/upload/Dragger'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { PaymentImport } from '@rongmei/contract'
import { paths } from '../../app/paths.ts'
import { api } from '../../lib/api.ts'
import { saveFile } from '../../lib/downloads.ts'
import { formatBytes, formatYuan } from '../../lib/format.ts'
import { useApi, useApiMutation } from '../../lib/queries.ts'
import { refuseFile, type UploadLimit, useUpload } from '../../lib/uploads.ts'
import { text, useUrlFilters } from '../../lib/url-filters.ts'
import { sentenceFor } from '../../lib/explain.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'
import './budget.css'

const words = zh.importing
const FILTERS = { year: text(4) }
const LIMIT: UploadLimit = { maxBytes: 5 * 1024 * 1024, accept: ['.xlsx'], words: ' Excel 表格（.xlsx）' }

/** 导入支付: a workbook is read and judged row by row; nothing is recorded before a person confirms. */
export function Component() {
  const { values } = useUrlFilters(FILTERS)
  const asked = /^20\d\d$/.test(values.year ?? '') ? Number(values.year) : undefined
  const list = useApi('budget', 'listBudgets', { query: asked ? { year: asked } : {} })
  return (
    <>
      <PageHeader
        title={zh.import}
        back={{ to: paths.budget(), label: zh.title }}
        meta={list.data && `${list.data.year} ${zh.year}`}
      />
      <QueryState query={list}>
        {({ can, year }) =>
          can.write ? <Import year={year} /> : <EmptyState title={words.notAllowed} hint={words.notAllowedHint} />
        }
      </QueryState>
    </>
  )
}

function Import({ year }: { year: number }) {
  const { message } = App.useApp()
  const upload = useUpload('budget', 'startPaymentImport')
  const [preview, setPreview] = useState<PaymentImport | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const read = async (file: File) => {
    const refused = refuseFile(file, LIMIT)
    if (refused) return void message.error(refused)
    setProblem(null)
    try {
      setPreview(await upload.send(file, { params: { year } }))
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setProblem(error)
    }
  }
  const template = async () => {
    try {
      saveFile(await api.budget.paymentTemplate({ params: { year } }), `${zh.payments}-${year}.xlsx`)
    } catch (error) {
      message.error(sentenceFor(error))
    }
  }
  if (preview) return <Preview preview={preview} onAgain={() => setPreview(null)} />
  return (
    <div className="budget-stack">
      <div>
        <Button onClick={() => void template()}>{words.template}</Button>
      </div>
      {upload.state ? (
        <ProgressBar
          label={upload.state.name}
          done={upload.state.sent}
          total={upload.state.total}
          format={formatBytes}
          onCancel={upload.cancel}
        />
      ) : (
        <Dragger
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file)
            return false
          }}
        >
          <p>{words.drop}</p>
          <p className="rm-muted">{words.dropHint}</p>
          <Button>{words.choose}</Button>
        </Dragger>
      )}
      {problem !== null && <ErrorState error={problem} />}
    </div>
  )
}

type Row = PaymentImport['rows'][number]
const COLUMNS: ColumnType<Row>[] = [
  { key: 'row', title: zh.columns.row, align: 'right', render: (_, row) => row.row },
  { key: 'findings', title: zh.columns.findings, render: (_, row) => <Findings row={row} /> },
  { key: 'paidOn', title: zh.columns.paidOn, render: (_, row) => row.paidOn },
  { key: 'amount', title: zh.columns.amount, align: 'right', render: (_, row) => row.amount },
  { key: 'project', title: zh.columns.name, render: (_, row) => row.project },
  { key: 'source', title: zh.columns.source, render: (_, row) => row.source },
  { key: 'payee', title: zh.columns.payee, render: (_, row) => row.payee },
  { key: 'purpose', title: zh.columns.purpose, render: (_, row) => row.purpose },
  { key: 'voucher', title: zh.columns.voucher, render: (_, row) => row.voucher },
]

function Findings({ row }: { row: Row }) {
  if (row.findings.length === 0)
    return (
      <StateTag shape="check" tone="good">
        {words.fine}
      </StateTag>
    )
  const bad = row.findings.some((one) => one.severity === 'error')
  return (
    <>
      <StateTag shape="alert" tone={bad ? 'bad' : 'warn'}>
        {bad ? words.error : words.warning}
      </StateTag>
      {row.findings.map((one) => (
        <div key={one.message}>{one.message}</div>
      ))}
    </>
  )
}

function Preview({ preview, onAgain }: { preview: PaymentImport; onAgain: () => void }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [overReason, setOverReason] = useState('')
  const finish = useApiMutation('budget', 'finishPaymentImport', {
    quiet: true,
    onSuccess: ({ imported, year }) => {
      message.success(words.done(imported))
      void navigate(`${paths.budgetPayments()}?year=${year}`)
    },
  })
  const short = preview.overspends && overReason.trim().length < 4
  return (
    <div className="budget-stack">
      <strong>{words.good(preview.good, preview.rows.length, formatYuan(preview.goodFen))}</strong>
      <Table<Row>
        size="small"
        rowKey="row"
        columns={COLUMNS}
        dataSource={preview.rows}
        pagination={preview.rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        scroll={{ x: 'max-content' }}
      />
      {preview.overspends && (
        <Input
          aria-label={words.overReason}
          placeholder={words.overReason}
          maxLength={300}
          value={overReason}
          onChange={(event) => setOverReason(event.target.value)}
        />
      )}
      {finish.error !== null && <ErrorState error={finish.error} />}
      <div className="budget-acts">
        <ActionButton
          type="primary"
          why={preview.good === 0 ? words.nothing : short ? words.overNeeded : null}
          loading={finish.isPending}
          onClick={() => finish.mutate({ params: { id: preview.id }, body: { overReason } })}
        >
          {words.confirm(preview.good)}
        </ActionButton>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </div>
  )
}
