import type { FindingView } from '@rongmei/contract'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useKeys } from '../../../lib/keys.ts'
import { zh } from '../zh.ts'
import { piecesOf } from './pieces.ts'

const words = zh.check
const MARKS = { 必须改: 'must', 建议: 'should', 提示: 'hint' } as const

export type Checked = { blocks: readonly { kind: string; text: string }[]; findings: readonly FindingView[] }

/** The text with its findings underlined, and the list beside it; one chosen here is shown there. */
export function Result({ blocks, findings }: Checked) {
  const [chosen, setChosen] = useState<number | null>(findings.length > 0 ? 0 : null)
  const pieces = useMemo(() => piecesOf(blocks, findings), [blocks, findings])
  const choose = (index: number) => {
    setChosen(index)
    for (const place of ['word', 'card'])
      document.getElementById(`check-${place}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: number) => {
    if (findings.length > 0) choose(((chosen ?? 0) + by + findings.length) % findings.length)
  }
  useKeys(words.title, [
    { combo: 'alt+ArrowDown', label: words.next, run: () => step(1) },
    { combo: 'alt+ArrowUp', label: words.previous, run: () => step(-1) },
  ])
  return (
    <div className="check-result">
      <article className="check-text rm-panel" aria-label={words.text}>
        {pieces.map((block, at) => (
          // The blocks of one result never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p key={at} className={`check-${blocks[at]?.kind ?? 'paragraph'}`}>
            {block.map(({ text, finding }, no) =>
              finding === null ? (
                text
              ) : (
                <button
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do the pieces of a block
                  key={no}
                  id={`check-word-${finding}`}
                  type="button"
                  className={`check-word check-${MARKS[findings[finding]?.severity ?? '提示']}${finding === chosen ? ' check-chosen' : ''}`}
                  onClick={() => choose(finding)}
                >
                  {text}
                </button>
              ),
            )}
          </p>
        ))}
      </article>
      <section className="check-list" aria-label={words.found(findings.length)}>
        {findings.length === 0 && <EmptyState title={words.clean} />}
        <ol>
          {findings.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one result never change their order
            <li key={index} id={`check-card-${index}`}>
              <button
                type="button"
                aria-pressed={index === chosen}
                className={`check-card check-card-${MARKS[finding.severity]}${index === chosen ? ' check-chosen' : ''}`}
                onClick={() => choose(index)}
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
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
