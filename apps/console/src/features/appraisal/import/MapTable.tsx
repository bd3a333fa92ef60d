import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { ImportPreview } from '@rongmei/contract'
import { useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { zh } from '../zh.ts'
import { words } from '../zh.values.ts'
import { type Draft, give, likelyHeader, mappingOf, type Role, ROLES } from './mapping.ts'

type Props = { id: string; grid: string[][]; onMapped: (preview: ImportPreview) => void; onAgain: () => void }

/** A table of unknown layout: a person says where the headings are and what each column is. */
export function MapTable({ id, grid, onMapped, onAgain }: Props) {
  const [draft, setDraft] = useState<Draft>(() => ({ headerRow: likelyHeader(grid), roles: {}, name: '', year: null }))
  const map = useApiMutation('appraisal', 'mapImport', { quiet: true, refresh: [], onSuccess: onMapped })
  const mapping = mappingOf(draft)
  const width = Math.max(...grid.map((cells) => cells.length))
  const options = ROLES.map((role) => ({ value: role, label: words.roles[role] }))
  return (
    <section className="rm-panel" aria-label={words.mapTitle}>
      <h2 className="appraisal-section">{words.mapTitle}</h2>
      <p>{words.mapHint}</p>
      <Form layout="inline" component="div">
        <Form.Item label={words.mapHeader}>
          <Select
            aria-label={words.mapHeader}
            value={draft.headerRow}
            options={grid.map((_, row) => ({ value: row, label: words.mapRow(row + 1) }))}
            onChange={(headerRow: number) => setDraft({ ...draft, headerRow })}
          />
        </Form.Item>
        <Form.Item label={words.mapName} htmlFor="map-name">
          <Input
            id="map-name"
            maxLength={200}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={words.mapYear} htmlFor="map-year">
          <InputNumber
            id="map-year"
            min={2000}
            max={2100}
            precision={0}
            value={draft.year}
            onChange={(year) => setDraft({ ...draft, year })}
          />
        </Form.Item>
      </Form>
      <div className="appraisal-grid">
        <table>
          <thead>
            <tr>
              {Array.from({ length: width }, (_, column) => (
                <th key={column}>
                  <Select
                    aria-label={`${column + 1}`}
                    allowClear
                    popupMatchSelectWidth={false}
                    placeholder={words.mapNone}
                    value={draft.roles[column] ?? null}
                    options={options}
                    onChange={(role: Role | undefined) =>
                      setDraft({ ...draft, roles: give(draft.roles, column, role) })
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.map((cells, row) => (
              <tr key={row} className={row === draft.headerRow ? 'header' : undefined}>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{cells[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {map.error !== null && <ErrorState error={map.error} />}
      <div className="appraisal-actions">
        <ActionButton
          type="primary"
          why={mapping ? null : words.mapNeeded}
          loading={map.isPending}
          onClick={() => mapping && map.mutate({ params: { id }, body: mapping })}
        >
          {words.mapRead}
        </ActionButton>
        <Button onClick={onAgain}>{zh.importing.again}</Button>
      </div>
    </section>
  )
}
