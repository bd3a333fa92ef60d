import type { ListItem } from '../types.ts'
import { type Context, type Flow, flush, inside } from './flow.ts'
import { fits, itemContent } from '../nesting.ts'
import type { Element, Source } from './tree.ts'

const LISTS = new Set(['ul', 'ol', 'menu', 'dir'])

/** A list; too deep to nest any further, its items become paragraphs. */
export function writeList(element: Element, flow: Flow, context: Context): void {
  flush(flow)
  if (!fits(context.depth, 2)) {
    context.write(element.children, flow, context)
    return flush(flow)
  }
  const inner = { ...context, depth: context.depth + 2 }
  const content: ListItem[] = []
  for (const group of groupsOf(element.children)) {
    const blocks = inside(group.nodes, inner)
    const last = content.at(-1)
    // A list directly inside a list, as many editors write it, belongs to the item before it.
    if (group.nested && last) last.content.push(...blocks)
    else if (blocks.length > 0) content.push({ type: 'listItem', content: itemContent(blocks) })
  }
  if (content.length === 0) return
  if (element.tag !== 'ol') flow.blocks.push({ type: 'bulletList', content })
  else flow.blocks.push({ type: 'orderedList', attrs: { start: startOf(element) }, content })
}

/** The nodes of each item: a `<li>` is one, a nested list is one, and so is every stretch of stray nodes between. */
function groupsOf(nodes: readonly Source[]): { nodes: Source[]; nested: boolean }[] {
  const groups: { nodes: Source[]; nested: boolean }[] = []
  let stray: Source[] | null = null
  for (const node of nodes) {
    const tag = typeof node === 'string' ? '' : node.tag
    if (tag === 'li' || LISTS.has(tag)) {
      stray = null
      groups.push({ nodes: [node], nested: tag !== 'li' })
    } else if (stray) stray.push(node)
    else {
      stray = [node]
      groups.push({ nodes: stray, nested: false })
    }
  }
  return groups
}

function startOf(element: Element): number {
  const start = /^\s*\d{1,6}\s*$/.exec(element.attrs.start ?? '')?.[0]
  return start === undefined ? 1 : Number(start)
}
