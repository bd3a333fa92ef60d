import Checkbox from 'antd/es/checkbox'
import Collapse from 'antd/es/collapse'
import Table, { type ColumnType } from 'antd/es/table'
import { StateTag } from '../../../ui/StateTag.tsx'
import { FindingList } from '../form/Findings.tsx'
import { percent } from '../format.ts'
import { zh } from '../zh.ts'
import { words as more } from '../zh.values.ts'
import { importable, isUnsure, type PreviewForm } from './choice.ts'
import { Lines } from './Lines.tsx'

const words = zh.importing
type Row = PreviewForm['rows'][number] & { at: number }

const COLUMNS: ColumnType<Row>[] = [
  { key: 'at', title: zh.columns.no, width: 56, align: 'right', render: (_, row) => row.at },
  { key: 'l1', title: zh.form.l1, render: (_, row) => row.l1 },
  { key: 'l2', title: zh.form.l2, render: (_, row) => row.l2 },
  { key: 'l3', title: zh.form.l3, render: (_, row) => row.l3 },
  { key: 'target', title: zh.form.target, render: (_, row) => row.target },
  { key: 'actual', title: zh.form.actual, render: (_, row) => row.actual },
  { key: 'weight', title: zh.form.weight, align: 'right', render: (_, row) => row.weight },
  { key: 'score', title: zh.form.score, align: 'right', render: (_, row) => row.score },
  { key: 'sure', title: words.columns.confidence, render: (_, row) => <Confidence row={row} /> },
  { key: 'source', title: more.original, render: (_, row) => <Original row={row} /> },
  { key: 'warnings', title: words.columns.warnings, render: (_, row) => <RowWarnings row={row} /> },
]

/** The cells as they stood in the file, beside what was read from them. */
function Original({ row }: { row: Row }) {
  const { lines, page, cells } = row.source
  const place = [page === null || page <= 1 ? '' : more.page(page), more.lines(lines)].filter(Boolean).join(' ')
  return (
    <div className="appraisal-original">
      <span className="rm-muted">{place}</span>
      <div>
        {cells.map((cell, index) => (
          <span key={index} className={cell === '' ? 'empty' : undefined}>
            {cell || '·'}
          </span>
        ))}
      </div>
    </div>
  )
}

function RowWarnings({ row }: { row: Row }) {
  return (
    <div className="appraisal-remarks">
      <Lines lines={row.warnings} />
    </div>
  )
}

function Confidence({ row }: { row: Row }) {
  if (!isUnsure(row)) return <span className="rm-num">{percent(row.confidence, 0)}</span>
  return (
    <StateTag shape="alert" tone="warn" title={words.rowUnsure}>
      {percent(row.confidence, 0)}
    </StateTag>
  )
}

type Props = { form: PreviewForm; chosen: boolean; onChoose: (name: string, on: boolean) => void }

/** One form as it was read: its rows, what the reader was unsure of, and what the checks say. */
export function FormPreview({ form, chosen, onChoose }: Props) {
  const allowed = importable(form)
  const rows = form.rows.map((row, index) => ({ ...row, at: index + 1 }))
  return (
    <section className="rm-panel" aria-label={form.name}>
      <div className="appraisal-toolbar">
        <Checkbox checked={chosen} disabled={!allowed} onChange={(event) => onChoose(form.name, event.target.checked)}>
          <strong>{form.name || words.noName}</strong>
        </Checkbox>
        <span>{form.year === null ? words.noYear : `${form.year} ${zh.year}`}</span>
        <span>{form.kind}</span>
        <span>{form.statedTotal === null ? words.noTotal : words.statedTotal(form.statedTotal)}</span>
        {form.exists && (
          <StateTag shape="change" tone="warn">
            {words.exists}
          </StateTag>
        )}
        {form.lowConfidence > 0 && (
          <StateTag shape="alert" tone="warn">
            {words.unsure(form.lowConfidence)}
          </StateTag>
        )}
      </div>
      {!allowed && <p className="rm-bad">{words.notImportable}</p>}
      <Lines lines={form.warnings} />
      <Collapse
        size="small"
        ghost
        items={[
          {
            key: 'rows',
            label: words.rows(rows.length),
            children: (
              <Table<Row>
                size="small"
                rowKey="at"
                columns={COLUMNS}
                dataSource={rows}
                pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
                scroll={{ x: 'max-content' }}
                rowClassName={(row) => (isUnsure(row) ? 'appraisal-unsure' : '')}
              />
            ),
          },
          { key: 'findings', label: zh.findingsOf(form.lint.length), children: <FindingList findings={form.lint} /> },
        ]}
      />
    </section>
  )
}
