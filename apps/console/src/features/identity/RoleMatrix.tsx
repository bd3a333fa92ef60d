import { type Ability, abilityNames, type Role, roleNames } from '@rongmei/contract'
import Checkbox from 'antd/es/checkbox'
import { Fragment } from 'react'
import { abilitiesOf, abilityGroups, type Edits } from './role-edits.ts'
import { zh } from './zh.ts'

const words = zh.roles

/** Abilities down, roles across. Boxes where one may change them, ✓ where one may only look. */
export function RoleMatrix({
  roles,
  edits,
  editable,
  onToggle,
}: {
  roles: readonly Role[]
  edits: Edits
  editable: boolean
  onToggle: (role: Role, ability: Ability) => void
}) {
  return (
    <div className="rm-matrix-scroll">
      <table className="rm-matrix" aria-label={words.matrix}>
        <thead>
          <tr>
            <th scope="col">{words.ability}</th>
            {roles.map((role) => (
              <th key={role.key} scope="col">
                {role.name || roleNames[role.key]}
                <div className="rm-muted rm-num">{words.people(role.people)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {abilityGroups().map(([group, abilities]) => (
            <Fragment key={group}>
              <tr className="rm-matrix-group">
                <th colSpan={roles.length + 1} scope="colgroup">
                  {words.groups[group]}
                </th>
              </tr>
              {abilities.map((ability) => (
                <tr key={ability}>
                  <th scope="row">{abilityNames[ability]}</th>
                  {roles.map((role) => (
                    <Cell
                      key={role.key}
                      role={role}
                      ability={ability}
                      edits={edits}
                      editable={editable}
                      onToggle={onToggle}
                    />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  role,
  ability,
  edits,
  editable,
  onToggle,
}: {
  role: Role
  ability: Ability
  edits: Edits
  editable: boolean
  onToggle: (role: Role, ability: Ability) => void
}) {
  const on = abilitiesOf(role, edits).includes(ability)
  const changed = on !== role.abilities.includes(ability)
  const label = words.cell(role.name || roleNames[role.key], abilityNames[ability])
  return (
    <td className={changed ? 'rm-matrix-changed' : undefined} title={label}>
      {editable ? (
        <Checkbox checked={on} aria-label={label} onChange={() => onToggle(role, ability)} />
      ) : (
        <span aria-label={on ? words.yes : words.no}>{on ? '✓' : ''}</span>
      )}
    </td>
  )
}
