import type { Unit } from '@rongmei/contract'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { Num } from '../../ui/Num.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'

const words = zh.units

/** The unit table; parents are named from the list itself. */
export function unitColumns(units: readonly Unit[]): readonly DataColumn<Unit>[] {
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? words.noParent
  return [
    { key: 'name', title: words.columns.name, choice: 'fixed', phone: 'title', render: (unit) => unit.name },
    { key: 'kind', title: words.columns.kind, render: (unit) => words.kinds[unit.kind] },
    { key: 'parent', title: words.columns.parent, choice: 'hidden', render: (unit) => nameOf(unit.parentId) },
    {
      key: 'establishment',
      title: words.columns.establishment,
      align: 'right',
      render: (unit) => <Num value={unit.establishment} />,
    },
    { key: 'staffed', title: words.columns.staffed, align: 'right', render: (unit) => <Num value={unit.staffed} /> },
    { key: 'share', title: words.columns.share, width: 240, render: (unit) => <Staffing unit={unit} /> },
    {
      key: 'state',
      title: words.columns.state,
      render: (unit) => (
        <StateTag shape={unit.active ? 'dot' : 'ring'} tone={unit.active ? 'good' : 'quiet'}>
          {unit.active ? words.active : words.inactive}
        </StateTag>
      ),
    },
  ]
}

/** 在岗 against 核定 as a bar; more people than posts is said in words. */
function Staffing({ unit }: { unit: Unit }) {
  if (unit.establishment === 0) return <span className="rm-muted">{words.noEstablishment}</span>
  const over = unit.staffed - unit.establishment
  const share = Math.min(1, unit.staffed / unit.establishment)
  return (
    <div
      className={over > 0 ? 'rm-staffing rm-staffing-over' : 'rm-staffing'}
      title={words.share(unit.staffed, unit.establishment)}
    >
      <div className="rm-staffing-track" role="img" aria-label={words.share(unit.staffed, unit.establishment)}>
        <div className="rm-staffing-fill" style={{ width: `${share * 100}%` }} />
      </div>
      {over > 0 ? (
        <span className="rm-bad">{words.over(over)}</span>
      ) : (
        <Num
          share={unit.staffed / unit.establishment}
          places={0}
          base={words.share(unit.staffed, unit.establishment)}
        />
      )}
    </div>
  )
}
