import type { FindingView } from '@rongmei/contract'

/** A stretch of a block: plain words, or the words of a finding by its place in the list. */
export type Piece = { text: string; finding: number | null }

/**
 * The blocks cut where findings begin and end. Offsets are UTF-16 over the blocks joined by one newline; of findings
 * that overlap the earlier one has the words.
 */
export function piecesOf(blocks: readonly { text: string }[], findings: readonly FindingView[]): Piece[][] {
  const order = [...findings.keys()].sort((a, b) => (findings[a]?.start ?? 0) - (findings[b]?.start ?? 0))
  let from = 0
  let next = 0
  return blocks.map(({ text }) => {
    const pieces: Piece[] = []
    let at = 0
    for (; next < order.length; next += 1) {
      const index = order[next] ?? 0
      const found = findings[index]
      if (!found || found.start >= from + text.length + 1) break
      const start = Math.max(at, found.start - from)
      const end = Math.min(text.length, found.end - from)
      if (end <= start) continue
      if (start > at) pieces.push({ text: text.slice(at, start), finding: null })
      pieces.push({ text: text.slice(start, end), finding: index })
      at = end
    }
    if (at < text.length) pieces.push({ text: text.slice(at), finding: null })
    from += text.length + 1
    return pieces
  })
}
