import type { CheckInput, PlacedBlock, ProofBlock } from './types.ts'

/** The longest text accepted, in UTF-16 units. */
export const maxLength = 2_000_000

/** The most blocks accepted in one document. */
export const maxBlocks = 200_000

export interface PlacedDocument {
  readonly text: string
  readonly blocks: readonly PlacedBlock[]
}

const blocksOf = (input: CheckInput): readonly ProofBlock[] =>
  typeof input === 'string' ? input.split('\n').map((text) => ({ kind: 'paragraph', text })) : input.blocks

/** Joins the blocks and notes where each begins. Throws a RangeError with a Chinese message when the text is too large. */
export const placeDocument = (input: CheckInput): PlacedDocument => {
  const length =
    typeof input === 'string' ? input.length : input.blocks.reduce((sum, block) => sum + block.text.length + 1, -1)
  if (length > maxLength) throw new RangeError(`文本过长：共 ${length} 字，最多可校对 ${maxLength} 字，请分篇校对。`)
  const blocks = blocksOf(input)
  if (blocks.length > maxBlocks) throw new RangeError(`段落过多：共 ${blocks.length} 段，最多可校对 ${maxBlocks} 段。`)
  let start = 0
  const placed = blocks.map(({ kind, text }) => {
    // In a text with CRLF the carriage return ends the line; no rule should see it.
    const block = { kind, text: text.endsWith('\r') ? text.slice(0, -1) : text, start }
    start += text.length + 1
    return block
  })
  return { text: blocks.map((block) => block.text).join('\n'), blocks: placed }
}
