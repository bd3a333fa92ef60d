import { WORD_KINDS, type WordEntry } from '@rongmei/contract'
import Button from 'antd/es/button'
import Tabs from 'antd/es/tabs'
import { useState } from 'react'
import { useKeys } from '../../lib/keys.ts'
import { useApiMutation, useApiPages } from '../../lib/queries.ts'
import { choiceOr, text, useUrlFilters } from '../../lib/url-filters.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import type { DataColumn } from '../../ui/data-columns.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { useUndoToast } from '../../ui/UndoToast.tsx'
import { AddWord } from './AddWord.tsx'
import { ImportWords } from './ImportWords.tsx'
import { zh } from './zh.ts'
import './proofreading.css'

const words = zh.words
const names = words.columns
type WordKind = WordEntry['kind']
const spec = { kind: choiceOr(WORD_KINDS, 'word'), q: text(40) }

/** 词库: the centre's own words, names with titles, fixed phrases. */
export function Component() {
  const filters = useUrlFilters(spec)
  const { kind, q } = filters.values
  const list = useApiPages('proofreading', 'listWords', { query: { kind, ...(q ? { q } : {}) } })
  const [adding, setAdding] = useState(false)
  const can = list.first?.can.manage
  const remove = useRemove()
  useKeys(words.title, [{ combo: 'n', label: words.key, run: () => can && setAdding(true) }])
  const add = (label: string) => (
    <ActionButton type="primary" can={can} onClick={() => setAdding(true)}>
      {label}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <ImportWords can={can} />
            {add(words.add)}
          </>
        }
      />
      <Tabs
        activeKey={kind}
        onChange={(next) => filters.set({ kind: next as WordKind })}
        items={WORD_KINDS.map((key) => ({ key, label: words.kinds[key] }))}
      />
      <div className="rules-bar">
        <SearchInput value={q ?? ''} label={words.search} onSearch={(next) => filters.set({ q: next })} />
        <span className="rm-muted">{words.about[kind]}</span>
      </div>
      <DataTable<WordEntry>
        id={`words.${kind}`}
        label={words.title}
        columns={COLUMNS[kind]}
        rows={list}
        rowKey={(row) => row.id}
        {...(can
          ? {
              action: (row: WordEntry) => (
                <Button size="small" type="text" onClick={() => remove(row)}>
                  {words.remove}
                </Button>
              ),
            }
          : {})}
        empty={q ? { title: words.nothing } : { title: words.empty[kind], action: add(words.add0) }}
      />
      <AddWord kind={kind} open={adding} onClose={() => setAdding(false)} />
    </>
  )
}

/** Removing can be taken back: the entry is added again as it was. */
function useRemove() {
  const undoable = useUndoToast()
  const removal = useApiMutation('proofreading', 'removeWord')
  const addition = useApiMutation('proofreading', 'addWord', { quiet: true })
  return (row: WordEntry) =>
    removal.mutate(
      { params: { id: row.id } },
      {
        onSuccess: () => {
          const { kind, text: entry, title, wrong, validFrom, validTo } = row
          undoable(
            words.removed(entry),
            () => addition.mutateAsync({ body: { kind, text: entry, title, wrong, validFrom, validTo } }),
            words.restored,
          )
        },
      },
    )
}

const added: DataColumn<WordEntry>[] = [
  { key: 'by', title: names.by, width: 120, render: (row) => row.by.name },
  { key: 'at', title: names.at, width: 160, phone: 'none', render: (row) => <Moment at={row.at} /> },
]
const valid: DataColumn<WordEntry> = {
  key: 'valid',
  title: names.valid,
  width: 220,
  render: (row) =>
    row.validFrom || row.validTo ? (
      <span className="rm-num">{words.until(row.validFrom ?? '', row.validTo ?? '')}</span>
    ) : (
      <span className="rm-muted">{words.always}</span>
    ),
}
const first = (title: string): DataColumn<WordEntry> => ({
  key: 'text',
  title,
  choice: 'fixed',
  phone: 'title',
  render: (row) => <strong>{row.text}</strong>,
})

const COLUMNS: Record<WordKind, DataColumn<WordEntry>[]> = {
  word: [first(names.text), ...added],
  person: [first(names.name), { key: 'title', title: names.title, render: (row) => row.title || '—' }, valid, ...added],
  phrase: [
    first(names.right),
    { key: 'wrong', title: names.wrong, render: (row) => row.wrong.join('、') || '—' },
    valid,
    ...added,
  ],
}
