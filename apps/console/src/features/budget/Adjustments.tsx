import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Table, { type ColumnType } from 'antd/es/table'
import { useState } from 'react'
import { type AdjustmentView, adjustmentStateNames, fundSourceNames, type ProjectBudget } from '@rongmei/contract'
import { useApiMutation } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Num } from '../../ui/Num.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'

type Decision = { id: string; state: 'approved' | 'refused' | 'withdrawn' }
const words = zh.columns
const ACTS = { approved: zh.adjustment.approve, refused: zh.adjustment.refuse, withdrawn: zh.adjustment.withdraw }
const SHAPES = { proposed: 'half', approved: 'check', refused: 'cross', withdrawn: 'ring' } as const

/** The dated changes of the year's budget, and what may be done with each. */
export function Adjustments({ budget }: { budget: ProjectBudget }) {
  const [decision, setDecision] = useState<Decision | null>(null)
  const columns: ColumnType<AdjustmentView>[] = [
    { key: 'date', title: words.date, render: (_, row) => row.date },
    { key: 'source', title: words.source, render: (_, row) => fundSourceNames[row.source] },
    { key: 'fen', title: words.amount, align: 'right', render: (_, row) => <Num yuan={row.fen} /> },
    { key: 'reason', title: words.reason, render: (_, row) => row.reason },
    { key: 'document', title: words.document, render: (_, row) => row.document },
    {
      key: 'people',
      title: words.people,
      render: (_, row) => `${row.proposedBy.name}／${row.decidedBy?.name ?? '—'}`,
    },
    {
      key: 'state',
      title: words.state,
      render: (_, row) => (
        <StateTag
          shape={SHAPES[row.state]}
          tone={row.state === 'proposed' ? 'progress' : row.state === 'approved' ? 'good' : 'quiet'}
          title={row.opinion}
        >
          {adjustmentStateNames[row.state]}
        </StateTag>
      ),
    },
    { key: 'acts', render: (_, row) => <Acts row={row} onAct={setDecision} /> },
  ]
  return (
    <section className="rm-panel" aria-label={zh.adjustment.title}>
      <div className="budget-panel-head">
        <h2>{zh.adjustment.title}</h2>
      </div>
      {budget.adjustments.length === 0 ? (
        <EmptyState title={zh.adjustment.empty} />
      ) : (
        <Table<AdjustmentView>
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={budget.adjustments}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      )}
      {decision && <DecideForm decision={decision} onClose={() => setDecision(null)} />}
    </section>
  )
}

function Acts({ row, onAct }: { row: AdjustmentView; onAct: (decision: Decision) => void }) {
  if (row.state !== 'proposed') return null
  const { decide, withdraw } = row.can
  return (
    <span className="budget-acts">
      <ActionButton size="small" can={decide} onClick={() => onAct({ id: row.id, state: 'approved' })}>
        {ACTS.approved}
      </ActionButton>
      <ActionButton size="small" can={decide} onClick={() => onAct({ id: row.id, state: 'refused' })}>
        {ACTS.refused}
      </ActionButton>
      <ActionButton size="small" can={withdraw} onClick={() => onAct({ id: row.id, state: 'withdrawn' })}>
        {ACTS.withdrawn}
      </ActionButton>
    </span>
  )
}

function DecideForm({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const [form] = Form.useForm<{ opinion?: string }>()
  const decide = useApiMutation('budget', 'decideAdjustment', { quiet: true })
  const act = ACTS[decision.state]
  const send = async ({ opinion }: { opinion?: string }) => {
    await decide.mutateAsync({ params: { id: decision.id }, body: { state: decision.state, opinion: opinion ?? '' } })
    onClose()
  }
  return (
    <FormDrawer title={zh.adjustment.opinionFor(act)} open onClose={onClose} form={form} submit={act} onSave={send}>
      <Form.Item
        name="opinion"
        label={zh.adjustment.opinion}
        rules={[{ required: decision.state === 'refused', whitespace: true }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDrawer>
  )
}
