import type { Block, Body, Cell, Inline, ListItem, TableRow } from './types.ts'

/** What a block of text is for its reader; the nearest container decides, a heading stays a heading anywhere. */
export type BlockKind = 'heading' | 'paragraph' | 'quote' | 'item' | 'cell' | 'caption'

/**
 * One block of text in reading order. `path` leads from the document to the node by child indexes; for a caption the
 * node is the picture.
 */
export type TextBlockView = { kind: BlockKind; text: string; path: number[] }

/**
 * Where a block's text stands in the ProseMirror document: the character at `offset` (UTF-16) of the block is at
 * position `start + offset`. With `attr` the text is an attribute of the node *at* `start` and has no positions inside.
 */
export type BlockPosition = { start: number; attr: boolean }

/**
 * A hard break is U+2028 LINE SEPARATOR in the text of a block: one UTF-16 unit, as a hard break is one ProseMirror
 * position, and never '\n', which separates blocks in `textOf`; so splitting on '\n' gives the blocks back.
 */
export const LINE_BREAK = '\u2028'

export type Visit = (block: TextBlockView, at: BlockPosition, node: Block) => void

type Parent = Block | ListItem | TableRow | Cell

/**
 * The text blocks in reading order; blocks without any character are left out (an empty paragraph, a picture without a
 * caption).
 *
 * @example blocksOf(fromText('第一段\n第二段')) // [{ kind: 'paragraph', text: '第一段', path: [0] }, …]
 */
export function blocksOf(body: Body): TextBlockView[] {
  const found: TextBlockView[] = []
  walkBlocks(body, (block) => found.push(block))
  return found
}

/** The text of a body: its blocks joined by '\n', hard breaks as U+2028. */
export function textOf(body: Body): string {
  return blocksOf(body)
    .map((block) => block.text)
    .join('\n')
}

/** The ProseMirror positions of the same blocks, in the same order, as {@link blocksOf}. */
export function positionsOf(body: Body): BlockPosition[] {
  const found: BlockPosition[] = []
  walkBlocks(body, (_block, at) => found.push(at))
  return found
}

/** Visits every non-empty text block in reading order. One pass: linear in the size of the body. */
export function walkBlocks(body: Body, visit: Visit): void {
  walkChildren(body.content, [], 0, 'paragraph', visit)
}

/** The text of a run of inline nodes, one UTF-16 unit per ProseMirror position. */
export function inlineText(content: Inline[] | undefined): string {
  let text = ''
  // A line feed that somebody's paste left inside a text node shows as a space, and as '\n' would look like a new block.
  for (const node of content ?? []) text += node.type === 'text' ? node.text.replace(/[\n\r]/g, ' ') : LINE_BREAK
  return text
}

/** Walks siblings whose first starts at position `from`; returns the position after the last. */
function walkChildren(nodes: Parent[], path: number[], from: number, kind: BlockKind, visit: Visit): number {
  let position = from
  nodes.forEach((node, index) => {
    position = walkNode(node, [...path, index], position, kind, visit)
  })
  return position
}

function walkNode(node: Parent, path: number[], from: number, kind: BlockKind, visit: Visit): number {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const text = inlineText(node.content)
      if (text)
        visit({ kind: node.type === 'heading' ? 'heading' : kind, text, path }, { start: from + 1, attr: false }, node)
      return from + text.length + 2
    }
    case 'picture': {
      const text = node.attrs.caption.replace(/[\n\r]/g, ' ')
      if (text) visit({ kind: 'caption', text, path }, { start: from, attr: true }, node)
      return from + 1
    }
    case 'horizontalRule':
      return from + 1
    default:
      return walkChildren(node.content ?? [], path, from + 1, kindInside(node.type, kind), visit) + 1
  }
}

function kindInside(type: Parent['type'], outer: BlockKind): BlockKind {
  if (type === 'blockquote') return 'quote'
  if (type === 'listItem') return 'item'
  if (type === 'tableCell' || type === 'tableHeader') return 'cell'
  return outer
}
