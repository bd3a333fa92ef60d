import type { Inspection } from '@rongmei/contract'
import App from 'antd/es/app'
import Input from 'antd/es/input'
import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { formatMoment, formatNumber } from '../../../lib/format.ts'
import { useHere } from '../../../lib/here.ts'
import { invalidate } from '../../../lib/queries.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { zh } from '../zh.ts'
import { perThousand } from './rate.ts'

const words = zh.inspections
const names = words.columns

/** The sample as a sheet to type in: a number and Enter record one story and lead to the next. */
export function InspectionRows({ items, may }: { items: Inspection[]; may: boolean }) {
  const body = useRef<HTMLTableSectionElement>(null)
  const go = (index: number) => {
    const input = body.current?.querySelectorAll<HTMLInputElement>('input[data-errors]')[index]
    input?.focus()
    input?.select()
  }
  return (
    <div className="inspections-scroll">
      <table className="inspections-table">
        <thead>
          <tr>
            <th scope="col">{names.number}</th>
            <th scope="col">{names.title}</th>
            <th scope="col">{names.published}</th>
            <th scope="col" className="right">
              {names.characters}
            </th>
            <th scope="col" className="right">
              {names.errors}
            </th>
            <th scope="col">{names.notes}</th>
            <th scope="col" className="right">
              {names.rate}
            </th>
            <th scope="col">{names.inspector}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {items.map((item, index) => (
            <Row
              key={item.id}
              item={item}
              may={may}
              first={index === items.findIndex((one) => one.errors === null)}
              onMove={(step) => go(index + step)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  item,
  may,
  first,
  onMove,
}: {
  item: Inspection
  may: boolean
  first: boolean
  onMove: (step: 1 | -1) => void
}) {
  const here = useHere(words.title)
  const rate = item.errors === null ? null : perThousand(item.errors, item.story.characters)
  return (
    <tr className={item.errors === null ? '' : 'inspections-done'}>
      <td className="rm-num">{item.story.number}</td>
      <td className="inspections-title">
        <Link to={paths.story(item.story.id)} state={here}>
          {item.story.title}
        </Link>
      </td>
      <td className="rm-num">{formatMoment(item.story.publishedAt)}</td>
      <td className="rm-num right">{formatNumber(item.story.characters)}</td>
      {may ? (
        <ResultCells item={item} first={first} onMove={onMove} />
      ) : (
        <>
          <td className="rm-num right">{item.errors ?? '—'}</td>
          <td>{item.notes}</td>
        </>
      )}
      <td className="rm-num right">{rate ?? '—'}</td>
      <td>
        {item.inspector && item.inspectedAt ? (
          <span title={formatMoment(item.inspectedAt)}>{item.inspector.name}</span>
        ) : (
          <StateTag shape="ring">{words.pending}</StateTag>
        )}
      </td>
    </tr>
  )
}

/** Errors and a note, typed down the list: Enter keeps and goes on, the arrows go up and down. */
function ResultCells({ item, first, onMove }: { item: Inspection; first: boolean; onMove: (step: 1 | -1) => void }) {
  const form = useRecord(item)
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') void form.save().then((saved) => saved && onMove(1))
    else if (event.key === 'ArrowDown') onMove(1)
    else if (event.key === 'ArrowUp') onMove(-1)
    else return
    event.preventDefault()
  }
  return (
    <>
      <td className="right">
        <input
          data-errors
          className="inspections-errors rm-num"
          inputMode="numeric"
          autoFocus={first}
          aria-label={`${names.errors} ${item.story.title}`}
          value={form.errors}
          onChange={(event) => form.setErrors(event.target.value.replace(/\D/g, '').slice(0, 4))}
          onKeyDown={press}
          onBlur={() => void form.save()}
        />
      </td>
      <td>
        <Input
          size="small"
          variant="borderless"
          maxLength={500}
          aria-label={`${names.notes} ${item.story.title}`}
          value={form.notes}
          onChange={(event) => form.setNotes(event.target.value)}
          onKeyDown={press}
          onBlur={() => void form.save()}
        />
      </td>
    </>
  )
}

/** One story's result; nothing is sent that did not change. */
function useRecord(item: Inspection) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [errors, setErrors] = useState(item.errors === null ? '' : String(item.errors))
  const [notes, setNotes] = useState(item.notes)
  const sent = useRef({ errors, notes })
  const save = async (): Promise<boolean> => {
    if (errors === '') return true
    if (sent.current.errors === errors && sent.current.notes === notes) return true
    const before = sent.current
    sent.current = { errors, notes }
    try {
      await api.newsroom.recordInspection({
        params: { id: item.id },
        body: { errors: Number(errors), notes: notes.trim() },
      })
      await invalidate(client, 'newsroom', 'listInspections')
      return true
    } catch (error) {
      sent.current = before
      void message.error(sentenceFor(error), 6)
      return false
    }
  }
  return { errors, setErrors, notes, setNotes, save }
}
