import type { FindingView } from '@rongmei/contract'
import { useMemo, useState } from 'react'
import { useKeys } from '../../../lib/keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { zh } from '../zh.ts'
import { piecesOf } from './pieces.ts'

const words = zh.check
const MARKS = { 必须改: 'must', 建议: 'should', 提示: 'hint' } as const

export type Checked = { blocks: readonly { kind: string; text: string }[]; findings: readonly FindingView[] }
type Shown = Checked & { chosen: number | null; onChoose: (index: number) => void }

/** The text with its findings underlined, and the list beside it; one chosen here is shown there. */
export function Result({ blocks, findings }: Checked) {
  const [chosen, setChosen] = useState<number | null>(findings.length > 0 ? 0 : null)
  const onChoose = (index: number) => {
    setChosen(index)
    for (const place of ['word', 'card'])
      document.getElementById(`check-${place}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: number) => {
    if (findings.length > 0) onChoose(((chosen ?? 0) + by + findings.length) % findings.length)
  }
  useKeys(words.title, [
    { combo: 'alt+ArrowDown', label: words.next, run: () => step(1) },
    { combo: 'alt+ArrowUp', label: words.previous, run: () => step(-1) },
  ])
  const shown = { blocks, findings, chosen, onChoose }
  return (
    <div className="check-result">
      <Text {...shown} />
      <section className="check-list" aria-label={words.found(findings.length)}>
        {findings.length === 0 && <EmptyState title={words.clean} />}
        <ol>
          {findings.map((finding, index) => (
            <li key={index} id={`check-card-${index}`}>
              <Card finding={finding} on={index === chosen} onChoose={() => onChoose(index)} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Text({ blocks, findings, chosen, onChoose }: Shown) {
  const pieces = useMemo(() => piecesOf(blocks, findings), [blocks, findings])
  const look = (index: number) =>
    `check-word check-${MARKS[findings[index]?.severity ?? '提示']}${index === chosen ? ' check-chosen' : ''}`
  return (
    <article className="check-text rm-panel" aria-label={words.text}>
      {pieces.map((block, at) => (
        <p key={at} className={`check-${blocks[at]?.kind ?? 'paragraph'}`}>
          {block.map(({ text, finding }, no) =>
            finding === null ? (
              text
            ) : (
              <button
                key={no}
                id={`check-word-${finding}`}
                type="button"
                className={look(finding)}
                onClick={() => onChoose(finding)}
              >
                {text}
              </button>
            ),
          )}
        </p>
      ))}
    </article>
  )
}

function Card({ finding, on, onChoose }: { finding: FindingView; on: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={`check-card check-card-${MARKS[finding.severity]}${on ? ' check-chosen' : ''}`}
      onClick={onChoose}
    >
      <span className="check-card-head">
        <b>{finding.severity}</b> <span className="rm-muted">{finding.class}</span>
      </span>
      <span>
        <del>{finding.quote}</del>
        {finding.suggestions.length > 0 && (
          <ins> → {finding.suggestions.map((each) => each || words.remove).join(words.or)}</ins>
        )}
      </span>
      <span className="rm-muted">{finding.explanation}</span>
      <span className="rm-muted">{words.basis(finding.basis)}</span>
    </button>
  )
}
