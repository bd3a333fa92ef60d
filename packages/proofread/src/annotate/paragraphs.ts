import type { BlockKind, ProofBlock } from '../types.ts'

/** A hard break inside a paragraph: one UTF-16 unit that rules take for a space, not for a new paragraph. */
const BREAK = '\u2028'

/** One child of a run that stands for text: its element, its run and where it begins in the paragraph's text. */
export interface Piece {
  readonly node: Element
  readonly run: Element
  readonly start: number
  readonly text: string
}

/** A paragraph of the document with its text as proofread. */
export interface Paragraph {
  readonly element: Element
  readonly block: ProofBlock
}

const isElement = (node: Node | null): node is Element => node?.nodeType === 1

/** The element children, in order. */
export const childrenOf = (element: Element): Element[] => {
  const found: Element[] = []
  for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) found.push(child)
  return found
}

const textOf = (node: Element): string | null => {
  if (node.tagName === 'w:t') return node.textContent ?? ''
  if (node.tagName === 'w:tab') return '\t'
  return node.tagName === 'w:br' || node.tagName === 'w:cr' ? BREAK : null
}

/** Runs of the paragraph itself: those of a text box inside it belong to the box's own paragraphs. */
const runsOf = (element: Element): Element[] => {
  const runs: Element[] = []
  const stack = childrenOf(element).toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.tagName === 'w:r') runs.push(node)
    // Deleted text stays in the file (修订), but nobody reads it.
    else if (node.tagName !== 'w:p' && node.tagName !== 'w:del') stack.push(...childrenOf(node).toReversed())
  }
  return runs
}

/** What the text of a paragraph is made of, in reading order. */
export const piecesOf = (paragraph: Element): Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  for (const run of runsOf(paragraph)) {
    for (const node of childrenOf(run)) {
      const text = textOf(node)
      if (text === null || text === '') continue
      pieces.push({ node, run, start, text })
      start += text.length
    }
  }
  return pieces
}

const ancestor = (element: Element, name: string): boolean => {
  for (let node: Node | null = element.parentNode; isElement(node); node = node.parentNode) {
    if (node.tagName === name) return true
  }
  return false
}

const kindOf = (paragraph: Element): BlockKind => {
  if (ancestor(paragraph, 'w:tc')) return 'cell'
  const properties = childrenOf(paragraph).find((child) => child.tagName === 'w:pPr')
  const of = (name: string) => (properties ? childrenOf(properties) : []).find((child) => child.tagName === name)
  const style = of('w:pStyle')?.getAttribute('w:val') ?? ''
  if (/^(?:title|标题)$/i.test(style)) return 'title'
  if (/^(?:heading|标题)\s*\d|^[1-9]$/i.test(style)) return 'heading'
  if (/^caption$/i.test(style)) return 'caption'
  return of('w:numPr') ? 'item' : 'paragraph'
}

/** Every paragraph that has text, in the order of the file. */
export const paragraphsOf = (document: Document): Paragraph[] => {
  const list = document.getElementsByTagName('w:p')
  const found: Paragraph[] = []
  for (let at = 0; at < list.length; at++) {
    const element = list.item(at)
    if (!element) continue
    const text = piecesOf(element)
      .map((piece) => piece.text)
      .join('')
      .replaceAll('\n', ' ')
    if (text.trim() !== '') found.push({ element, block: { kind: kindOf(element), text } })
  }
  return found
}
