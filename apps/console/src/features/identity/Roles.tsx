import type { Role, RoleKey } from '@rongmei/contract'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useLeaveGuard } from '../../lib/leave-guard.ts'
import { useKeys } from '../../lib/keys.ts'
import { useApi, useApiMutation } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FormProblem } from '../../ui/FormPage.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { RoleMatrix } from './RoleMatrix.tsx'
import { type Edits, toggle, without } from './role-edits.ts'
import { zh } from './zh.ts'
import './identity.css'

const words = zh.roles

/** Which role may do what; ticks are kept until saved together. */
export function Component() {
  const roles = useApi('identity', 'listRoles')
  const { message } = App.useApp()
  const [edits, setEdits] = useState<Edits>({})
  const change = useApiMutation('identity', 'changeRole', { quiet: true })
  const changed = Object.keys(edits) as RoleKey[]
  useLeaveGuard(changed.length > 0)
  const save = async () => {
    for (const role of (roles.data?.items ?? []).filter(({ key }) => edits[key])) {
      await change.mutateAsync({
        params: { key: role.key },
        body: { rev: role.rev, abilities: [...(edits[role.key] ?? [])] },
      })
      setEdits((now) => without(now, role.key))
    }
    void message.success(words.saved)
  }
  const trySave = () => void save().catch(() => undefined)
  useKeys(words.title, [{ combo: 'mod+s', label: words.save(changed.length), run: trySave }], changed.length > 0)
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.hint}
        actions={
          <>
            {changed.length > 0 && <Button onClick={() => setEdits({})}>{words.discard}</Button>}
            <ActionButton
              type="primary"
              can={roles.data?.can.manage}
              why={roles.data?.can.manage && changed.length === 0 ? words.nothing : null}
              loading={change.isPending}
              onClick={trySave}
            >
              {words.save(changed.length)}
            </ActionButton>
          </>
        }
      />
      <FormProblem error={change.error} />
      <QueryState query={roles}>
        {(data) => (
          <RoleMatrix
            roles={data.items}
            edits={edits}
            editable={data.can.manage}
            onToggle={(role: Role, ability) => setEdits(toggle(edits, role, ability))}
          />
        )}
      </QueryState>
    </>
  )
}
