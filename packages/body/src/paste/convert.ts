import { tidyMarks } from '../inline.ts'
import { cardOf } from './cards.ts'
import { type Context, type Flow, flush, inside } from './flow.ts'
import { fits, itemContent } from '../nesting.ts'
import { writeFigure } from './figure.ts'
import { writeList } from './lists.ts'
import { linkOf, pictureOf } from './pictures.ts'
import { isHidden, marksInside, type Style, styleOf } from './style.ts'
import { writeTable } from './tables.ts'
import type { Element, Source } from './tree.ts'
import { isMarker, wordListOf } from './word.ts'

/** Elements that stand on lines of their own; everything unknown runs along with its neighbours. */
const BLOCKS = new Set(
  `address article aside body caption center dd details dialog div dl dt fieldset figcaption footer form header hgroup
  html legend li main nav option optgroup p root section summary tbody td tfoot th thead tr textarea h1 h2 h3 h4 h5 h6
  pre listing xmp plaintext text foreignobject foreignObject`.split(/\s+/),
)
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext', 'textarea'])

/** Writes source nodes into a flow, in order. */
export function writeAll(nodes: readonly Source[], flow: Flow, context: Context): void {
  for (const node of nodes) {
    if (typeof node === 'string') flow.run.push({ text: node, marks: context.marks, pre: context.pre })
    else writeElement(node, flow, context)
  }
}

function writeElement(element: Element, flow: Flow, context: Context): void {
  const style = styleOf(element)
  if (isHidden(element, style)) return context.sink.notes.add('hidden')
  if (style.get('mso-element') === 'comment-list' || element.attrs.class?.includes('msocomanchor'))
    return context.sink.notes.add('comment')
  switch (element.tag) {
    case 'br':
      flow.run.push('break')
      return
    case 'hr':
      flush(flow)
      flow.blocks.push({ type: 'horizontalRule' })
      return
    case 'img':
    case 'image':
    case 'v:imagedata':
      return writePicture(element, flow, context)
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return writeList(element, flow, context)
    case 'table':
      return writeTable(element, flow, context)
    case 'blockquote':
      return writeQuote(element, flow, context)
    case 'figure':
      return writeFigure(element, flow, context)
    case 'svg':
      context.sink.notes.add('drawing')
      return writeBlock(element, flow, context)
    // What a drawing holds for machines; the rest of its text is kept, like any other.
    case 'defs':
    case 'desc':
    case 'metadata':
      return
    default:
      return writeOther(element, style, flow, context)
  }
}

function writePicture(element: Element, flow: Flow, context: Context): void {
  const picture = pictureOf(element, context.sink)
  if (typeof picture === 'string') flow.run.push({ text: picture, marks: context.marks, pre: false })
  else if (picture) {
    flush(flow)
    flow.blocks.push(picture)
  }
}

function writeQuote(element: Element, flow: Flow, context: Context): void {
  flush(flow)
  if (!fits(context.depth, 1)) {
    writeAll(element.children, flow, context)
    return flush(flow)
  }
  const content = inside(element.children, { ...context, depth: context.depth + 1 })
  if (content.length > 0) flow.blocks.push({ type: 'blockquote', content })
}

function writeOther(element: Element, style: Style, flow: Flow, context: Context): void {
  const card = cardOf(element)
  if (card) writeCard(card.line, card.href, flow, context)
  const item = headingLevel(element, style) === null ? wordListOf(element) : null
  if (item && fits(context.depth, 2)) {
    flush(flow)
    // Nine levels is as deep as Word's lists go.
    const content = inside([{ ...element, attrs: {} }], { ...context, inWordItem: true, depth: context.depth + 18 })
    if (content.length > 0) flow.blocks.push({ type: 'wordItem', ...item, content: itemContent(content) })
    return
  }
  if (isMarker(element) && context.inWordItem) return
  const inner = innerContext(element, style, flow, context)
  if (isBlock(element, style) || card) writeBlock(element, flow, inner)
  else writeAll(element.children, flow, inner)
}

function writeCard(line: string, href: string, flow: Flow, context: Context): void {
  context.sink.notes.add('card')
  if (!line) return
  const target = linkOf(href, context.sink.base)
  flush(flow)
  flow.run.push({ text: line, marks: target ? [{ type: 'link', attrs: { href: target } }] : undefined, pre: false })
  flush(flow)
}

function innerContext(element: Element, style: Style, flow: Flow, context: Context): Context {
  const pre = context.pre || PREFORMATTED.has(element.tag) || style.get('white-space')?.startsWith('pre') === true
  let marks = marksInside(context.marks, element, style)
  // A heading is bold by itself.
  if (flow.level !== null || headingLevel(element, style) !== null)
    marks = tidyMarks(marks?.filter((mark) => mark.type !== 'bold'))
  if (element.tag === 'a' && element.attrs.href !== undefined) {
    const href = linkOf(element.attrs.href, context.sink.base)
    if (href)
      marks = tidyMarks([{ type: 'link', attrs: { href } }, ...(marks ?? []).filter((mark) => mark.type !== 'link')])
    else if (!/^\s*(?:#|$)/.test(element.attrs.href)) context.sink.notes.add('droppedLink')
  }
  return { ...context, marks, pre }
}

function isBlock(element: Element, style: Style): boolean {
  const display = style.get('display')
  if (display === undefined) return BLOCKS.has(element.tag)
  if (/^(?:inline|contents)\b(?!-)/.test(display)) return false
  return BLOCKS.has(element.tag) || /^(?:block|flex|grid|table|list-item)/.test(display)
}

function writeBlock(element: Element, flow: Flow, context: Context): void {
  flush(flow)
  const outer = flow.level
  flow.level = headingLevel(element, styleOf(element)) ?? outer
  writeAll(element.children, flow, context)
  flush(flow)
  flow.level = outer
}

/** Two levels are enough for a story: the first two of the source are 2, the deeper ones 3. */
function headingLevel(element: Element, style: Style): 2 | 3 | null {
  const level = /^h([1-6])$/.exec(element.tag)?.[1] ?? /^[1-6]$/.exec(style.get('mso-outline-level') ?? '')?.[0]
  if (level === undefined) return null
  return Number(level) <= 2 ? 2 : 3
}
