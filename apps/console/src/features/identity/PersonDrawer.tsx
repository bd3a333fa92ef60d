import { type Person, ROLE_KEYS, type RoleKey, roleNames, type Unit } from '@rongmei/contract'
import App from 'antd/es/app'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useApiMutation } from '../../lib/queries.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import type { Issued } from './TemporaryPassword.tsx'
import { zh } from './zh.ts'

type Values = { name: string; account: string; unitId?: string; roles: RoleKey[]; post?: string }
const words = zh.people

/** Adds a person (the reply brings the temporary password) or changes one. */
export function PersonDrawer({
  open,
  units,
  onClose,
  onIssued,
}: {
  open: Person | 'new' | null
  units: readonly Unit[]
  onClose: () => void
  onIssued: (issued: Issued) => void
}) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const add = useApiMutation('identity', 'addPerson', { quiet: true })
  const change = useApiMutation('identity', 'changePerson', { quiet: true })
  const person = open === 'new' ? null : open
  const save = async ({ account, name, unitId, roles, post = '' }: Values) => {
    const common = { name, roles, post, unitId: unitId ?? null }
    if (person) {
      await change.mutateAsync({ params: { id: person.id }, body: { rev: person.rev, ...common } })
      void message.success(words.saved)
    } else {
      const added = await add.mutateAsync({ body: { account, ...common } })
      onIssued({ name: added.person.name, password: added.temporaryPassword })
    }
    onClose()
  }
  return (
    <FormDrawer<Values>
      key={person?.id ?? 'new'}
      title={person ? words.editTitle(person.name) : words.add}
      open={open !== null}
      onClose={onClose}
      form={form}
      submit={words.save}
      onSave={save}
      initialValues={person ? { ...person, unitId: person.unitId ?? undefined } : { roles: ['reporter'] }}
    >
      <Fields person={person} units={units} />
    </FormDrawer>
  )
}

function Fields({ person, units }: { person: Person | null; units: readonly Unit[] }) {
  return (
    <>
      <Form.Item
        label={words.fields.name}
        name="name"
        rules={[{ required: true, whitespace: true, message: words.needed.name }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      {!person && (
        <Form.Item
          label={words.fields.account}
          name="account"
          extra={zh.setup.accountRule}
          rules={[{ required: true, min: 2, pattern: /^[\p{L}\p{N}._-]+$/u, message: zh.setup.accountRule }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item label={words.fields.unit} name="unitId">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={units
            .filter((unit) => unit.active || unit.id === person?.unitId)
            .map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item label={words.fields.roles} name="roles" rules={[{ required: true, message: words.needed.roles }]}>
        <Select mode="multiple" options={ROLE_KEYS.map((role) => ({ value: role, label: roleNames[role] }))} />
      </Form.Item>
      <Form.Item label={words.fields.post} name="post">
        <Input maxLength={40} />
      </Form.Item>
    </>
  )
}
