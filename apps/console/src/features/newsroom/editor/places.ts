import { type Body, blocksOf, positionsOf } from '@rongmei/body'
import type { FindingView, StoredFinding } from '@rongmei/contract'

/** Which of the three fields of the page a finding stands in. */
export type Field = 'title' | 'deck' | 'body'

/** A stretch of one field in ProseMirror positions; `attr`: the text is the caption of the picture at `from`. */
export type Place = { field: Field; from: number; to: number; attr: boolean }

/** The text of a story as the proofreader reads it: title and deck (empty or not), then the body's blocks. */
export type Words = { title: string; deck: string; body: Body }

type Kind = 'title' | 'deck' | 'heading' | 'paragraph' | 'quote' | 'item' | 'cell' | 'caption'
export type PlacedBlock = { kind: Kind; text: string; field: Field; start: number; attr: boolean; offset: number }

/**
 * The blocks with where each stands: `offset` counts UTF-16 units into the joined text (as findings do), `start` is the
 * position of the first character in its field's own ProseMirror document.
 */
export function layOut(words: Words): PlacedBlock[] {
  const found: PlacedBlock[] = []
  let offset = 0
  const push = (block: Omit<PlacedBlock, 'offset'>) => {
    found.push({ ...block, offset })
    offset += block.text.length + 1
  }
  for (const field of ['title', 'deck'] as const) {
    push({ kind: field, text: words[field], field, start: 1, attr: false })
  }
  const positions = positionsOf(words.body)
  blocksOf(words.body).forEach((block, index) => {
    const at = positions[index]
    if (at) push({ kind: block.kind, text: block.text, field: 'body', start: at.start, attr: at.attr })
  })
  return found
}

/** Where a finding of exactly this text stands. */
export function placeLive(blocks: PlacedBlock[], finding: Pick<FindingView, 'start' | 'end'>): Place | null {
  const block = blockAt(blocks, finding.start)
  if (!block) return null
  return placeIn(block, finding.start - block.offset, finding.end - finding.start)
}

/**
 * Where a stored finding stands now: where the run saw it if the words are still there, else the nearest place that
 * reads the same (the text may have moved on since), else nowhere.
 */
export function placeStored(blocks: PlacedBlock[], finding: StoredFinding): Place | null {
  const same = blocks[finding.block]
  if (same && same.text.startsWith(finding.quote, finding.blockStart)) {
    return placeIn(same, finding.blockStart, finding.quote.length)
  }
  let best: { block: PlacedBlock; at: number; far: number } | null = null
  for (const block of blocks) {
    for (let at = block.text.indexOf(finding.quote); at >= 0; at = block.text.indexOf(finding.quote, at + 1)) {
      const far = Math.abs(block.offset + at - finding.start)
      if (!best || far < best.far) best = { block, at, far }
    }
  }
  return best && placeIn(best.block, best.at, finding.quote.length)
}

function placeIn(block: PlacedBlock, at: number, length: number): Place {
  if (block.attr) return { field: block.field, from: block.start, to: block.start + 1, attr: true }
  return { field: block.field, from: block.start + at, to: block.start + at + length, attr: false }
}

/** The block that holds an offset of the joined text: binary search, since long stories have thousands of blocks. */
function blockAt(blocks: PlacedBlock[], offset: number): PlacedBlock | null {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((blocks[middle]?.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const block = blocks[low]
  return block && offset >= block.offset && offset <= block.offset + block.text.length ? block : null
}
