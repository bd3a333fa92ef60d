import { useState } from 'react'
import type { MeasureView } from '@rongmei/contract'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { zh } from '../zh.ts'
import { searchMeasures } from './search.ts'

type Props = { measures: MeasureView[]; chosen: string | undefined; onChoose: (name: string) => void }

/** The registry as a list with search; the chosen one is pressed. */
export function MeasureList({ measures, chosen, onChoose }: Props) {
  const [query, setQuery] = useState('')
  const found = searchMeasures(measures, query)
  return (
    <div>
      <SearchInput value={query} label={zh.measures.search} onSearch={setQuery} />
      {found.length === 0 ? (
        <EmptyState title={measures.length === 0 ? zh.measures.empty : zh.measures.none} />
      ) : (
        <ul className="appraisal-measures">
          {found.map((measure) => (
            <li key={measure.name}>
              <button
                type="button"
                className="rm-plain-button"
                aria-pressed={measure.name === chosen}
                onClick={() => onChoose(measure.name)}
              >
                {measure.title}
                <small>{measure.description}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
