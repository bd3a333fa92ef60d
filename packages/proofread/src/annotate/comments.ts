import { childrenOf, type Piece, piecesOf } from './paragraphs.ts'

/** A stretch of a paragraph's text, UTF-16, and the number of the comment upon it. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly id: number
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const make = (document: Document, name: string, attributes: Record<string, string> = {}): Element => {
  const element = document.createElementNS(W, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(W, key, value)
  return element
}

/** A run that looks like `run` and holds only `node`. */
const runLike = (document: Document, run: Element, node: Element): Element => {
  const copy = make(document, 'w:r')
  const look = childrenOf(run).find((child) => child.tagName === 'w:rPr')
  if (look) copy.appendChild(look.cloneNode(true))
  copy.appendChild(node)
  return copy
}

const textNode = (document: Document, text: string): Element => {
  const node = make(document, 'w:t')
  node.setAttribute('xml:space', 'preserve')
  node.appendChild(document.createTextNode(text))
  return node
}

/** Cuts a text at the offsets (relative to it, ascending, inside it). */
const cutText = (text: string, cuts: readonly number[]): string[] => {
  const bounds = [0, ...cuts, text.length]
  return bounds.slice(0, -1).map((from, at) => text.slice(from, bounds[at + 1]))
}

/**
 * Gives every piece of the paragraph a run of its own, cut at the given offsets, so that a comment can begin and end at any
 * character. What a run holds besides text keeps its place and its look.
 */
const explode = (document: Document, paragraph: Element, cuts: readonly number[]): void => {
  const pieces = piecesOf(paragraph)
  const byNode = new Map(pieces.map((piece) => [piece.node, piece]))
  for (const run of new Set(pieces.map((piece) => piece.run))) {
    const parent = run.parentNode
    if (!parent) continue
    for (const child of childrenOf(run)) {
      if (child.tagName === 'w:rPr') continue
      const piece = byNode.get(child)
      const inside = piece ? cuts.filter((cut) => cut > piece.start && cut < piece.start + piece.text.length) : []
      const nodes =
        piece && inside.length > 0
          ? cutText(
              piece.text,
              inside.map((cut) => cut - piece.start),
            ).map((text) => textNode(document, text))
          : [child]
      for (const node of nodes) parent.insertBefore(runLike(document, run, node), run)
    }
    parent.removeChild(run)
  }
}

const place = (document: Document, pieces: readonly Piece[], { start, end, id }: Mark): void => {
  const first = pieces.find((piece) => piece.start >= start)
  const last = pieces.findLast((piece) => piece.start < end)
  if (!first?.run.parentNode || !last?.run.parentNode) return
  const number = { 'w:id': String(id) }
  first.run.parentNode.insertBefore(make(document, 'w:commentRangeStart', number), first.run)
  const reference = make(document, 'w:r')
  reference.appendChild(make(document, 'w:commentReference', number))
  const after = last.run.nextSibling
  last.run.parentNode.insertBefore(make(document, 'w:commentRangeEnd', number), after)
  last.run.parentNode.insertBefore(reference, after)
}

/** Puts comment anchors into a paragraph (ISO/IEC 29500-1, 17.13.4). The text stays the same, character for character. */
export const markParagraph = (document: Document, paragraph: Element, marks: readonly Mark[]): void => {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
  explode(document, paragraph, cuts)
  // The last first: what is put in does not move the runs before it.
  for (const mark of marks.toReversed()) place(document, piecesOf(paragraph), mark)
}

/** One comment: a paragraph for each line. */
export const commentElement = (
  document: Document,
  { id, author, at, lines }: { id: number; author: string; at: string; lines: readonly string[] },
): Element => {
  const comment = make(document, 'w:comment', { 'w:id': String(id), 'w:author': author, 'w:date': at })
  for (const line of lines) {
    const paragraph = make(document, 'w:p')
    const run = make(document, 'w:r')
    run.appendChild(textNode(document, line))
    paragraph.appendChild(run)
    comment.appendChild(paragraph)
  }
  return comment
}
