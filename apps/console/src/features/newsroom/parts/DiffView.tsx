import { type Body, type BlockDiff, diffBlocks, diffText, type TextPart } from '@rongmei/body'
import { Fragment, useMemo } from 'react'
import { zh } from '../zh.ts'
import { type DiffRow, foldRows } from './fold.ts'
import './diff.css'

const words = zh.revisions

export type DiffSide = { title: string; deck: string; body: Body }
export type DiffLook = 'inline' | 'sideBySide'

/**
 * What changed from one text to another: title, deck, then block by block. Deleted words are struck through, new ones
 * underlined, so that it reads without colour too.
 */
export function DiffView({
  before,
  after,
  look = 'inline',
  all = false,
}: {
  before: DiffSide
  after: DiffSide
  look?: DiffLook
  all?: boolean
}) {
  const rows = useMemo(() => foldRows(diffBlocks(before.body, after.body), all), [before, after, all])
  const heads = (['title', 'deck'] as const).filter((field) => before[field] !== after[field])
  if (heads.length === 0 && rows.every((row) => row.kind === 'fold')) return <p className="diff-none">{words.same}</p>
  return (
    <div className={`diff diff-${look}`}>
      {heads.map((field) => (
        <Row
          key={field}
          look={look}
          label={field === 'title' ? words.titleChanged : words.deckChanged}
          parts={diffText(before[field], after[field])}
        />
      ))}
      {rows.map((row) =>
        row.kind === 'fold' ? (
          <Fold key={row.key} count={row.count} />
        ) : (
          <DiffLine key={row.key} row={row} look={look} />
        ),
      )}
    </div>
  )
}

function Fold({ count }: { count: number }) {
  return <div className="diff-fold">{words.unchanged(count)}</div>
}

function DiffLine({ row, look }: { row: Exclude<DiffRow, { kind: 'fold' }>; look: DiffLook }) {
  return (
    <Row
      look={look}
      label={labelOf(row.diff)}
      parts={partsOf(row.diff)}
      picture={'after' in row.diff ? row.diff.after.src : row.diff.before.src}
    />
  )
}

function labelOf(diff: BlockDiff): string {
  const kind = ('after' in diff ? diff.after : diff.before).kind
  const name = kind === 'picture' ? words.pictures.picture : kind === 'rule' ? words.pictures.rule : ''
  const formOnly = diff.kind === 'changed' && diff.parts.every((part) => part.kind === 'same')
  return formOnly ? words.formOnly : name
}

function partsOf(diff: BlockDiff): TextPart[] {
  switch (diff.kind) {
    case 'same':
      return [{ kind: 'same', text: diff.after.text }]
    case 'added':
      return [{ kind: 'added', text: diff.after.text }]
    case 'removed':
      return [{ kind: 'removed', text: diff.before.text }]
    default:
      return diff.parts
  }
}

function Row({
  look,
  label,
  parts,
  picture,
}: {
  look: DiffLook
  label: string
  parts: TextPart[]
  picture?: string | undefined
}) {
  const changed = label !== '' || parts.some((part) => part.kind !== 'same')
  const className = `diff-row${changed ? ' diff-row-changed' : ''}`
  const thumb = picture && <img className="diff-picture" src={picture} alt="" />
  if (look === 'inline') {
    return (
      <div className={className}>
        {label && <span className="diff-label">{label}</span>}
        {thumb}
        <Parts parts={parts} />
      </div>
    )
  }
  return (
    <div className={className}>
      <div className="diff-cell">
        <Parts parts={parts.filter((part) => part.kind !== 'added')} />
      </div>
      <div className="diff-cell">
        {label && <span className="diff-label">{label}</span>}
        {thumb}
        <Parts parts={parts.filter((part) => part.kind !== 'removed')} />
      </div>
    </div>
  )
}

function Parts({ parts }: { parts: TextPart[] }) {
  return (
    <p className="diff-text">
      {parts.map((part, index) => {
        const key = `${index}-${part.kind}`
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>
        return <Fragment key={key}>{part.text}</Fragment>
      })}
    </p>
  )
}
