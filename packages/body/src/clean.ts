import { addText, tidyMarks } from './inline.ts'
import { isRecord, LIMITS } from './limits.ts'
import { fits, itemContent } from './nesting.ts'
import { cellContent, clampSpan, squareTable } from './tables.ts'
import { storable } from './text.ts'
import { isLinkTarget, isPictureSource, pendingIndex } from './urls.ts'
import { type Block, type Body, type Cell, EMPTY_BODY, type Inline, type Mark, type Picture } from './types.ts'

/** JSON levels that are walked as structure; what is nested deeper is read as plain text. */
const MAX_LEVELS = 200

const PLAIN_MARKS: ReadonlySet<unknown> = new Set(['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'])

const BLOCKS: ReadonlySet<unknown> = new Set(
  'paragraph heading picture image horizontalRule blockquote bulletList orderedList listItem table tableRow tableCell tableHeader'.split(
    ' ',
  ),
)

/** `depth` is the body level of the blocks being written, `level` the level in the JSON. */
type Place = { depth: number; level: number; inText: boolean }

/** Blocks collected so far, and the inline nodes that wait for their paragraph. */
type Collector = { blocks: Block[]; inline: Inline[] }

/**
 * Makes a body of any JSON: unknown nodes give way to their content, unknown marks and attributes are dropped, all text
 * is kept. Never throws. The result meets the schema but for its size (`parseBody` has the last word), and for
 * `pending:` pictures, which stay.
 */
export function cleanBody(json: unknown): Body {
  const content = cleanBlocks(childrenOf(json), { depth: 2, level: 1, inText: false })
  return content.length > 0 ? { type: 'doc', content } : EMPTY_BODY
}

function childrenOf(node: unknown): unknown[] {
  return isRecord(node) && Array.isArray(node.content) ? node.content : []
}

function attrsOf(node: Record<string, unknown>): Record<string, unknown> {
  return isRecord(node.attrs) ? node.attrs : {}
}

function cleanBlocks(nodes: readonly unknown[], place: Place): Block[] {
  const collector: Collector = { blocks: [], inline: [] }
  for (const node of nodes) if (isRecord(node)) cleanNode(node, collector, place)
  flush(collector)
  return collector.blocks
}

function flush(collector: Collector): void {
  if (collector.inline.length > 0) collector.blocks.push({ type: 'paragraph', content: collector.inline })
  collector.inline = []
}

function cleanNode(node: Record<string, unknown>, collector: Collector, place: Place): void {
  const { depth, level } = place
  if (level > MAX_LEVELS) return addText(collector.inline, storable(deepText(node)) || ' ', undefined)
  if (isInline(node)) return addInline(node, collector.inline)
  const children = childrenOf(node)
  if (place.inText && !BLOCKS.has(node.type)) {
    // An unknown wrapper inside a paragraph (a mention, a comment) runs along with the text around it.
    for (const child of children)
      if (isRecord(child)) cleanNode(child, collector, { depth, level: level + 1, inText: true })
    return
  }
  flush(collector)
  const down = (levels: number): Place => ({ depth: depth + levels, level: level + 1, inText: false })
  switch (node.type) {
    case 'horizontalRule':
      collector.blocks.push({ type: 'horizontalRule' })
      return
    case 'picture':
    case 'image':
      return addPicture(attrsOf(node), collector)
    case 'paragraph':
    case 'heading':
      return addTextBlock(node, children, collector, { depth, level: level + 1, inText: true })
    case 'table':
      if (!fits(depth, 3)) break
      return addTable(children, collector, down(3))
    case 'blockquote': {
      if (!fits(depth, 1)) break
      const content = cleanBlocks(children, down(1))
      if (content.length > 0) collector.blocks.push({ type: 'blockquote', content })
      return
    }
    case 'bulletList':
    case 'orderedList':
      if (!fits(depth, 2)) break
      return addList(node, children, collector, down(2))
  }
  collector.blocks.push(...cleanBlocks(children, down(0)))
}

function isInline(node: Record<string, unknown>): boolean {
  return typeof node.text === 'string' || node.type === 'hardBreak' || node.type === 'hard_break'
}

function addInline(node: Record<string, unknown>, inline: Inline[]): void {
  if (typeof node.text !== 'string') {
    inline.push({ type: 'hardBreak' })
    return
  }
  const text = storable(node.text)
  if (text) addText(inline, text, cleanMarks(node.marks))
}

function cleanMarks(marks: unknown): Mark[] | undefined {
  const list: unknown[] = Array.isArray(marks) ? marks : []
  const clean = list.flatMap((mark): Mark[] => {
    if (!isRecord(mark)) return []
    if (PLAIN_MARKS.has(mark.type)) return [{ type: mark.type as 'bold' }]
    const href = mark.type === 'link' ? attrsOf(mark).href : undefined
    return typeof href === 'string' && isLinkTarget(href) ? [{ type: 'link', attrs: { href } }] : []
  })
  return tidyMarks(clean)
}

/** A paragraph or heading; blocks that somebody put inside it follow it. An empty one stays: it may be meant as room. */
function addTextBlock(node: Record<string, unknown>, children: unknown[], collector: Collector, place: Place): void {
  const inner = children.length > 0 ? cleanBlocks(children, place) : [{ type: 'paragraph' } as const]
  if (node.type !== 'heading') {
    collector.blocks.push(...inner)
    return
  }
  const level = Number(attrsOf(node).level) >= 3 ? 3 : 2
  for (const block of inner)
    collector.blocks.push(block.type === 'paragraph' ? { ...block, type: 'heading', attrs: { level } } : block)
}

function addPicture(attrs: Record<string, unknown>, collector: Collector): void {
  const { src } = attrs
  const caption = storable(typeof attrs.caption === 'string' ? attrs.caption : '')
  const known = typeof src === 'string' && (isPictureSource(src) || pendingIndex(src) !== null)
  const short = caption.length <= LIMITS.caption
  if (known) collector.blocks.push(pictureNode(src, short ? caption : '', attrs))
  if (caption && !(known && short))
    collector.blocks.push({ type: 'paragraph', content: [{ type: 'text', text: caption }] })
}

function pictureNode(src: string, caption: string, attrs: Record<string, unknown>): Picture {
  const alt = typeof attrs.alt === 'string' ? storable(attrs.alt.slice(0, LIMITS.caption)) : ''
  const picture: Picture = { type: 'picture', attrs: { src, alt, caption } }
  for (const name of ['width', 'height'] as const) {
    const pixels = attrs[name]
    if (typeof pixels === 'number' && pixels >= 1 && pixels <= 100_000) picture.attrs[name] = Math.trunc(pixels)
  }
  return picture
}

function addList(node: Record<string, unknown>, children: unknown[], collector: Collector, place: Place): void {
  const content = children.flatMap((child) => {
    const wrapped = isRecord(child) && child.type === 'listItem' ? childrenOf(child) : [child]
    const blocks = cleanBlocks(wrapped, { ...place, level: place.level + 1 })
    return blocks.length > 0 ? [{ type: 'listItem' as const, content: itemContent(blocks) }] : []
  })
  if (content.length === 0) return
  const { start } = attrsOf(node)
  const from = Number.isInteger(start) && Number(start) >= 0 && Number(start) <= 1_000_000 ? Number(start) : 1
  if (node.type === 'bulletList') collector.blocks.push({ type: 'bulletList', content })
  else collector.blocks.push({ type: 'orderedList', attrs: { start: from }, content })
}

function addTable(rows: unknown[], collector: Collector, place: Place): void {
  const cells = rows.map((row) => {
    const inner = isRecord(row) && row.type === 'tableRow' ? childrenOf(row) : [row]
    return inner.filter(isRecord).map((cell) => cleanCell(cell, { ...place, level: place.level + 2 }))
  })
  const table = squareTable(cells)
  if (table) collector.blocks.push(table)
}

function cleanCell(node: Record<string, unknown>, place: Place): Cell {
  const cell = node.type === 'tableCell' || node.type === 'tableHeader'
  const { colspan, rowspan } = attrsOf(node)
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    attrs: cell
      ? { colspan: clampSpan(colspan, LIMITS.colspan), rowspan: clampSpan(rowspan, LIMITS.rowspan) }
      : { colspan: 1, rowspan: 1 },
    content: cellContent(cleanBlocks(cell ? childrenOf(node) : [node], place)),
  }
}

/** All text below a node, with a stack of its own, since only nesting beyond reason comes here. */
function deepText(root: Record<string, unknown>): string {
  let text = ''
  const stack: unknown[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (!isRecord(node)) continue
    if (typeof node.text === 'string') text += `${node.text} `
    for (const child of childrenOf(node).toReversed()) stack.push(child)
  }
  return text
}
