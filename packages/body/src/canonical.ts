import { tidyInline } from './inline.ts'
import type { Block, Body, Cell, ListItem, Mark, TableRow } from './types.ts'

type Json = string | number | Json[] | { [key: string]: Json }
type Node = Body | Block | ListItem | TableRow | Cell

/**
 * One string per content: what a reader sees alike gives the same string, whatever the editor did on the way (split
 * text nodes, order of marks, attributes of its own). Hash it for the sign-off. Keys are sorted; the format is frozen,
 * since stored hashes depend on it.
 *
 * @example canonical(EMPTY_BODY) // {"content":[{"type":"paragraph"}],"type":"doc"}
 */
export function canonical(body: Body): string {
  return JSON.stringify(plain(body))
}

/** The canonical string of one node: equal for nodes that read and look alike. */
export function canonicalNode(node: Block): string {
  return JSON.stringify(plain(node))
}

// Objects are written with their keys in alphabetical order: JSON.stringify keeps the order of insertion.
function plain(node: Node): Json {
  switch (node.type) {
    case 'paragraph':
      return withContent({}, inlineJson(node), node.type)
    case 'heading':
      return withContent({ attrs: { level: node.attrs.level } }, inlineJson(node), node.type)
    case 'picture':
      return { attrs: pictureJson(node.attrs), type: node.type }
    case 'horizontalRule':
      return { type: node.type }
    case 'orderedList':
      return withContent({ attrs: { start: node.attrs.start } }, node.content.map(plain), node.type)
    case 'tableCell':
    case 'tableHeader': {
      const { colspan, rowspan } = node.attrs
      return withContent({ attrs: { colspan, rowspan } }, node.content.map(plain), node.type)
    }
    default:
      return withContent({}, (node.content ?? []).map(plain), node.type)
  }
}

function withContent(head: { [key: string]: Json }, content: Json[], type: string): Json {
  return content.length > 0 ? { ...head, content, type } : { ...head, type }
}

function inlineJson(node: Extract<Block, { type: 'paragraph' | 'heading' }>): Json[] {
  return tidyInline(node.content).map((one): Json => {
    if (one.type === 'hardBreak') return { type: one.type }
    return one.marks
      ? { marks: one.marks.map(markJson), text: one.text, type: one.type }
      : { text: one.text, type: one.type }
  })
}

function markJson(mark: Mark): Json {
  return mark.type === 'link' ? { attrs: { href: mark.attrs.href }, type: mark.type } : { type: mark.type }
}

function pictureJson(attrs: Extract<Block, { type: 'picture' }>['attrs']): Json {
  const json: { [key: string]: Json } = { alt: attrs.alt, caption: attrs.caption }
  if (attrs.height !== undefined) json.height = attrs.height
  json.src = attrs.src
  if (attrs.width !== undefined) json.width = attrs.width
  return json
}
