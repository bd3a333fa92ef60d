import type { Block, Body, Cell, ListItem, TableRow } from './types.ts'
import { pendingIndex } from './urls.ts'

type Node = Block | ListItem | TableRow | Cell

/**
 * Puts the addresses of uploaded pictures where `fromHtml` left placeholders. A picture whose upload failed (null or
 * missing) becomes a paragraph with its caption, so that no text is lost.
 *
 * @param sources address (`/files/<sha256>`) per embedded picture
 */
export function placePictures(body: Body, sources: readonly (string | null)[]): Body {
  const place = (node: Block): Block => {
    if (node.type === 'picture') {
      const index = pendingIndex(node.attrs.src)
      if (index === null) return node
      const src = sources[index]
      if (src) return { type: 'picture', attrs: { ...node.attrs, src } }
      const { caption } = node.attrs
      return caption ? { type: 'paragraph', content: [{ type: 'text', text: caption }] } : { type: 'paragraph' }
    }
    return mapChildren(node, place)
  }
  return { type: 'doc', content: body.content.map(place) }
}

function mapChildren<T extends Node>(node: T, map: (block: Block) => Block): T {
  if (node.type === 'paragraph' || node.type === 'heading' || !('content' in node)) return node
  const content = (node.content as Node[] | undefined)?.map((child) =>
    isBlock(child) ? map(child) : mapChildren(child, map),
  )
  return { ...node, content }
}

function isBlock(node: Node): node is Block {
  return !['listItem', 'tableRow', 'tableCell', 'tableHeader'].includes(node.type)
}
