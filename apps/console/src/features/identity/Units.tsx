import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined'
import type { Unit } from '@rongmei/contract'
import { useState } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { pagesOf, useApi, useApiMutation } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useUndoToast } from '../../ui/UndoToast.tsx'
import { UnitDrawer } from './UnitDrawer.tsx'
import { unitColumns } from './unit-columns.tsx'
import { zh } from './zh.ts'
import './identity.css'

const words = zh.units

/** Departments, sub-centres and partners, with approved posts beside people in post. */
export function Component() {
  const units = useApi('identity', 'listUnits')
  const [drawer, setDrawer] = useState<Unit | 'new' | null>(null)
  const items = units.data?.items ?? []
  const can = units.data?.can.manage
  const sum = (of: (unit: Unit) => number) =>
    formatNumber(items.filter((unit) => unit.active).reduce((total, unit) => total + of(unit), 0))
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <ActionButton type="primary" icon={<PlusOutlined />} can={can} onClick={() => setDrawer('new')}>
            {words.add}
          </ActionButton>
        }
      />
      <DataTable
        id="units"
        label={words.title}
        columns={unitColumns(items)}
        rows={pagesOf(units)}
        rowKey={(unit) => unit.id}
        {...(can ? { onOpen: setDrawer } : {})}
        action={(unit) => <UnitActions unit={unit} can={can} onEdit={() => setDrawer(unit)} />}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
        toolbar={words.totals(
          items.length,
          sum((unit) => unit.establishment),
          sum((unit) => unit.staffed),
        )}
      />
      <UnitDrawer open={drawer} units={items} onClose={() => setDrawer(null)} />
    </>
  )
}

function UnitActions({ unit, can, onEdit }: { unit: Unit; can: boolean | undefined; onEdit: () => void }) {
  const undoable = useUndoToast()
  const change = useApiMutation('identity', 'changeUnit')
  const turn = async (active: boolean) => {
    const params = { id: unit.id }
    const changed = await change.mutateAsync({ params, body: { rev: unit.rev, active } })
    undoable(active ? words.started(unit.name) : words.stopped(unit.name), () =>
      change.mutateAsync({ params, body: { rev: changed.rev, active: !active } }),
    )
  }
  return (
    <span className="rm-row-actions">
      <ActionButton size="small" can={can} onClick={onEdit} aria-label={`${words.edit}：${unit.name}`}>
        {words.edit}
      </ActionButton>
      <ActionButton
        size="small"
        type="text"
        can={can}
        onClick={() => void turn(!unit.active).catch(() => undefined)}
        aria-label={`${unit.active ? words.stop : words.start}：${unit.name}`}
      >
        {unit.active ? words.stop : words.start}
      </ActionButton>
    </span>
  )
}
