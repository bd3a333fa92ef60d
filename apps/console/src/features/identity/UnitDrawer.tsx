import { type Unit, UNIT_KINDS } from '@rongmei/contract'
import App from 'antd/es/app'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import { useApiMutation } from '../../lib/queries.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { zh } from './zh.ts'

type Values = { name: string; kind: Unit['kind']; parentId?: string; establishment: number }
const words = zh.units

/** Adds a unit, or changes its name and approved posts. Kind and place in the tree are fixed once made. */
export function UnitDrawer({
  open,
  units,
  onClose,
}: {
  open: Unit | 'new' | null
  units: readonly Unit[]
  onClose: () => void
}) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const add = useApiMutation('identity', 'addUnit', { quiet: true })
  const change = useApiMutation('identity', 'changeUnit', { quiet: true })
  const unit = open === 'new' ? null : open
  const save = async ({ name, kind, parentId, establishment }: Values) => {
    if (unit) await change.mutateAsync({ params: { id: unit.id }, body: { rev: unit.rev, name, establishment } })
    else await add.mutateAsync({ body: { name, kind, parentId: parentId ?? null, establishment } })
    void message.success(words.saved)
    onClose()
  }
  return (
    <FormDrawer<Values>
      key={unit?.id ?? 'new'}
      title={unit ? words.editTitle(unit.name) : words.add}
      open={open !== null}
      onClose={onClose}
      form={form}
      submit={words.save}
      onSave={save}
      initialValues={
        unit ? { name: unit.name, establishment: unit.establishment } : { kind: 'department', establishment: 0 }
      }
    >
      <Form.Item
        label={words.columns.name}
        name="name"
        rules={[{ required: true, min: 2, whitespace: true, message: words.needed.name }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      {!unit && <PlaceFields units={units} />}
      <Form.Item
        label={words.columns.establishment}
        name="establishment"
        rules={[{ required: true, message: words.needed.establishment }]}
      >
        <InputNumber min={0} max={10_000} precision={0} suffix="人" />
      </Form.Item>
    </FormDrawer>
  )
}

/** What is fixed once the unit is made. */
function PlaceFields({ units }: { units: readonly Unit[] }) {
  return (
    <>
      <Form.Item label={words.columns.kind} name="kind" rules={[{ required: true, message: words.needed.kind }]}>
        <Select options={UNIT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
      </Form.Item>
      <Form.Item label={words.columns.parent} name="parentId">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.noParent}
          options={units.map((other) => ({ value: other.id, label: other.name }))}
        />
      </Form.Item>
    </>
  )
}
