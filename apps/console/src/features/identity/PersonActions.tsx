import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined'
import type { Person } from '@rongmei/contract'
import App from 'antd/es/app'
import Dropdown from 'antd/es/dropdown'
import { reasonAgainst } from '../../lib/can.ts'
import { useApiMutation } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useUndoToast } from '../../ui/UndoToast.tsx'
import type { Issued } from './TemporaryPassword.tsx'
import { zh } from './zh.ts'

const words = zh.people

/** What may be done with one person: change; and under 更多: lock, mark as left, new password. */
export function PersonActions({
  person,
  onEdit,
  onIssued,
}: {
  person: Person
  onEdit: () => void
  onIssued: (issued: Issued) => void
}) {
  const { modal } = App.useApp()
  const undoable = useUndoToast()
  const change = useApiMutation('identity', 'changePerson')
  const reset = useApiMutation('identity', 'resetPassword', {
    onSuccess: ({ temporaryPassword }) => onIssued({ name: person.name, password: temporaryPassword }),
  })
  const become = async (state: Person['state'], done: string) => {
    const params = { id: person.id }
    const changed = await change.mutateAsync({ params, body: { rev: person.rev, state } })
    undoable(done, () => change.mutateAsync({ params, body: { rev: changed.rev, state: person.state } }))
  }
  const ask = () =>
    void modal.confirm({
      title: words.resetAsk(person.name),
      content: words.resetHint,
      okText: words.reset,
      onOk: () => reset.mutateAsync({ params: { id: person.id } }).catch(() => undefined),
    })
  const editReason = reasonAgainst(person.can.edit)
  const resetReason = reasonAgainst(person.can.resetPassword)
  const entry = (key: string, label: string, reason: string | null, run: () => void) => ({
    key,
    label: <span title={reason ?? undefined}>{reason ? `${label}（${reason}）` : label}</span>,
    disabled: reason !== null,
    onClick: run,
  })
  const toState = (state: Person['state'], label: string, done: string) =>
    entry(state, label, editReason, () => void become(state, done).catch(() => undefined))
  const items = [
    ...(person.state === 'active'
      ? [toState('locked', words.lock, words.locked(person.name))]
      : [toState('active', words.unlock, words.unlocked(person.name))]),
    ...(person.state === 'left' ? [] : [toState('left', words.leave, words.left(person.name))]),
    entry('reset', words.reset, resetReason, ask),
  ]
  return (
    <span className="rm-row-actions">
      <ActionButton size="small" can={person.can.edit} onClick={onEdit} aria-label={`${words.edit}：${person.name}`}>
        {words.edit}
      </ActionButton>
      <Dropdown menu={{ items }} trigger={['click']}>
        <ActionButton size="small" type="text" icon={<MoreOutlined />} aria-label={`${words.more}：${person.name}`} />
      </Dropdown>
    </span>
  )
}
