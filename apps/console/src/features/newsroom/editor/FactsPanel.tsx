import {
  CATEGORIES,
  categoryNames,
  kindNames,
  SOURCE_KINDS,
  sourceNames,
  STORY_KINDS,
  type Story,
} from '@rongmei/contract'
import DatePicker from 'antd/es/date-picker'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import Select from 'antd/es/select'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../lib/format.ts'
import { useApi } from '../../../lib/queries.ts'
import { zh } from '../zh.ts'
import { BylineEditor } from './BylineEditor.tsx'
import type { Facts } from './content.ts'
import { CoverPicker } from './CoverPicker.tsx'
import './facts.css'

const words = zh.facts

type FactsProps = {
  story: Story
  facts: Facts
  editable: boolean
  pictures: string[]
  onChange: (patch: Partial<Facts>) => void
}

/** Everything about a story but its words. Read-only it shows the same in the same places. */
export function FactsPanel(props: FactsProps) {
  const { story, facts, editable, onChange } = props
  return (
    <div className="facts">
      <Fact label={words.number}>
        <span className="fact-line">
          <span className="rm-num">{story.number}</span>
          <span>{story.author.name}</span>
          {story.unitName && <span>{story.unitName}</span>}
        </span>
      </Fact>
      <Fact label={words.kind}>
        <Segmented
          size="small"
          disabled={!editable}
          value={facts.kind}
          options={STORY_KINDS.map((value) => ({ value, label: kindNames[value] }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Fact>
      <Fact label={words.category}>
        <Select
          aria-label={words.category}
          disabled={!editable}
          value={facts.category}
          options={CATEGORIES.map((value) => ({ value, label: categoryNames[value] }))}
          onChange={(category) => onChange({ category })}
        />
      </Fact>
      <Fact label={words.byline}>
        <BylineEditor byline={facts.byline} editable={editable} onChange={(byline) => onChange({ byline })} />
      </Fact>
      <SourceFact facts={facts} editable={editable} onChange={onChange} />
      <PlannedFact {...props} />
      <Fact label={words.cover}>
        <CoverPicker
          value={facts.coverUrl}
          pictures={props.pictures}
          editable={editable}
          onChange={(coverUrl) => onChange({ coverUrl })}
        />
      </Fact>
    </div>
  )
}

function PlannedFact({ story, facts, editable, onChange }: Omit<FactsProps, 'pictures'>) {
  return (
    <Fact label={words.planned}>
      {editable ? (
        <DatePicker
          aria-label={words.planned}
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format="YYYY-MM-DD HH:mm"
          value={facts.plannedAt ? dayjs(facts.plannedAt) : null}
          onChange={(value) => onChange({ plannedAt: value ? value.toISOString() : null })}
        />
      ) : (
        <span className={`rm-num${story.late ? ' late' : ''}`}>{formatMoment(facts.plannedAt)}</span>
      )}
    </Fact>
  )
}

function SourceFact({ facts, editable, onChange }: Pick<FactsProps, 'facts' | 'editable' | 'onChange'>) {
  const { source } = facts
  const units = useApi('identity', 'listUnits', undefined, {
    enabled: editable && source.kind === 'contributed',
    staleTime: 300_000,
  })
  const set = (patch: Partial<Facts['source']>) => onChange({ source: { ...source, ...patch } })
  return (
    <Fact label={words.source}>
      <Segmented
        size="small"
        disabled={!editable}
        value={source.kind}
        options={SOURCE_KINDS.map((value) => ({ value, label: sourceNames[value] }))}
        onChange={(kind) => set(kind === 'own' ? { kind, unitId: null } : { kind })}
      />
      {source.kind === 'contributed' && editable && (
        <Select
          aria-label={words.sourceUnit}
          placeholder={words.sourceUnit}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={source.unitId}
          options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
          onChange={(unitId: string | null | undefined) => {
            const name = units.data?.items.find((unit) => unit.id === unitId)?.name ?? source.name
            set({ unitId: unitId ?? null, name })
          }}
        />
      )}
      {source.kind !== 'own' && (
        <Input
          aria-label={words.sourceName}
          placeholder={words.sourceName}
          maxLength={60}
          disabled={!editable}
          value={source.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      )}
    </Fact>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <div className="fact-label">{label}</div>
      <div className="fact-value">{children}</div>
    </div>
  )
}
