import type { Missed, Sample, Truth } from '@rongmei/contract'
import type { Ref } from 'react'
import { stretchesOf } from './marks.ts'
import { zh } from './zh.ts'

/** The text with findings underlined and marks shaded; words in it can be selected and marked. */
export function SampleText({ ref, sample, truth }: { ref: Ref<HTMLElement>; sample: Sample; truth: Truth }) {
  let from = 0
  const blocks = sample.blocks.map(({ kind, text }, block) => {
    const start = from
    from += text.length + 1
    const findings = sample.list
      .map((one, index) => ({ index, start: one.start - start, end: one.end - start }))
      .filter((one) => one.start >= 0 && one.end <= text.length)
    const missed = truth.missed.map((one, index) => ({ ...one, index })).filter((one) => one.block === block)
    return { kind, block, stretches: stretchesOf(text, findings, missed) }
  })
  return (
    <article className="sample-text rm-panel" aria-label={zh.sample.text} ref={ref}>
      {blocks.map(({ kind, block, stretches }) => (
        <p key={block} data-block={block} className={`sample-${kind}`}>
          {stretches.map((one, at) => {
            if (one.finding !== null)
              return (
                <mark key={at} className={`sample-found${truth.wrong.includes(one.finding) ? ' sample-false' : ''}`}>
                  {one.text}
                </mark>
              )
            return one.missed === null ? (
              one.text
            ) : (
              <mark key={at} className="sample-missed">
                {one.text}
              </mark>
            )
          })}
        </p>
      ))}
    </article>
  )
}

/** Where the selection stands, if it lies within one block of the text. */
export function selectedIn(text: HTMLElement | null): Omit<Missed, 'right'> | null {
  const selection = getSelection()
  if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const holder = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-block]')
  const block = holder(range.startContainer)
  if (!block || block !== holder(range.endContainer) || !text.contains(block)) return null
  const before = document.createRange()
  before.selectNodeContents(block)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const quote = range.toString().slice(0, 100)
  return quote.trim() === '' ? null : { block: Number(block.dataset['block']), start, end: start + quote.length, quote }
}
