import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined'
import { BYLINE_ROLES, bylineNames, type StoryContent } from '@rongmei/contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { zh } from '../zh.ts'

type Byline = StoryContent['byline']
const words = zh.facts

/** Who made the story and as what, in the order in which it is printed. */
export function BylineEditor({
  byline,
  editable,
  onChange,
}: {
  byline: Byline
  editable: boolean
  onChange: (byline: Byline) => void
}) {
  if (!editable) return <>{byline.map(({ role, name }) => `${bylineNames[role]} ${name}`).join('　') || '—'}</>
  const set = (index: number, patch: Partial<Byline[number]>) =>
    onChange(byline.map((one, at) => (at === index ? { ...one, ...patch } : one)))
  return (
    <div className="byline">
      {byline.map((one, index) => (
        // biome-ignore lint: names repeat and change while typing; the place in the line is the identity
        <div className="byline-one" key={index}>
          <Select
            aria-label={words.role}
            value={one.role}
            options={BYLINE_ROLES.map((value) => ({ value, label: bylineNames[value] }))}
            onChange={(role) => set(index, { role })}
          />
          <Input
            aria-label={words.name}
            placeholder={words.name}
            maxLength={40}
            value={one.name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={`${words.removeName} ${one.name}`}
            onClick={() => onChange(byline.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {byline.length < 20 && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => onChange([...byline, { role: 'reporter', name: '' }])}
        >
          {words.addName}
        </Button>
      )}
    </div>
  )
}
