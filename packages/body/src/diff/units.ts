import { type BlockKind, inlineText } from '../blocks.ts'
import { canonicalNode } from '../canonical.ts'
import type { Block, Body, Cell, ListItem, TableRow } from '../types.ts'

/**
 * A block as a comparison shows it: a text block, a picture (its text is its caption) or a rule. `path` leads to its
 * node by child indexes.
 */
export type DiffBlock = {
  kind: Exclude<BlockKind, 'caption'> | 'picture' | 'rule'
  text: string
  path: number[]
  src?: string
}

/** `signature` is equal for blocks that read and look alike and stand in the same kind of container. */
export type Unit = { block: DiffBlock; signature: string }

type Node = Block | ListItem | TableRow | Cell
type Place = { path: number[]; kind: DiffBlock['kind']; inside: string }

/** The units of a body in reading order; empty paragraphs are left out, since they say nothing. */
export function unitsOf(body: Body): Unit[] {
  const units: Unit[] = []
  collect(body.content, { path: [], kind: 'paragraph', inside: '' }, units)
  return units
}

function collect(nodes: readonly Node[], place: Place, units: Unit[]): void {
  nodes.forEach((node, index) => {
    const path = [...place.path, index]
    switch (node.type) {
      case 'paragraph':
      case 'heading': {
        const text = inlineText(node.content)
        const kind = node.type === 'heading' ? 'heading' : place.kind
        if (text) units.push({ block: { kind, text, path }, signature: place.inside + canonicalNode(node) })
        return
      }
      case 'picture': {
        const { caption, src } = node.attrs
        units.push({
          block: { kind: 'picture', text: caption, path, src },
          signature: place.inside + canonicalNode(node),
        })
        return
      }
      case 'horizontalRule':
        units.push({ block: { kind: 'rule', text: '', path }, signature: `${place.inside}rule` })
        return
      default:
        collect(node.content ?? [], { path, ...within(node, place) }, units)
    }
  })
}

function within(node: Exclude<Node, { type: 'paragraph' | 'heading' | 'picture' | 'horizontalRule' }>, place: Place) {
  const spans = 'attrs' in node ? JSON.stringify(node.attrs) : ''
  return { kind: KINDS[node.type] ?? place.kind, inside: `${place.inside}${node.type}${spans}>` }
}

const KINDS: Partial<Record<Node['type'], DiffBlock['kind']>> = {
  blockquote: 'quote',
  listItem: 'item',
  tableCell: 'cell',
  tableHeader: 'cell',
}
