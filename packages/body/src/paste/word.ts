import type { Block, BulletList, ListItem, OrderedList } from '../types.ts'
import { styleOf } from './style.ts'
import { type Element, plainText, type Source } from './tree.ts'

/** A Word list paragraph before it is folded into a list; `start` is null for bullets. */
export type WordItem = { type: 'wordItem'; level: number; start: number | null; content: Block[] }

const LEVEL = /\blevel([1-9])\b/
const NUMBER = /^(\d{1,4})[.．、]?$/
const BULLET = /^[\p{Co}\p{So}\p{Sm}·•‣⁃∙◦oOØüvnlu§*\-–—]$/u

/**
 * How Word lists are written: `<p style="mso-list: l0 level2 lfo1">` with the marker in a span `mso-list: Ignore`.
 * Bullets and plain numbers become lists. Any other marker (一、 (1) 第一条 1.1) stays as text, because a list would
 * renumber it in another style, and official texts are cited by it.
 *
 * @returns level and number of a list paragraph, or null when the paragraph is none or keeps its marker as text
 */
export function wordListOf(element: Element): Pick<WordItem, 'level' | 'start'> | null {
  const level = LEVEL.exec(styleOf(element).get('mso-list') ?? '')?.[1]
  if (!level) return null
  const marker = markerText(element.children).replace(/[\s\u00A0]+/g, '')
  const number = NUMBER.exec(marker)?.[1]
  if (number) return { level: Number(level), start: Number(number) }
  return marker === '' || BULLET.test(marker) ? { level: Number(level), start: null } : null
}

/** True for the span that holds a list marker. */
export function isMarker(element: Element): boolean {
  return styleOf(element).get('mso-list') === 'ignore'
}

function markerText(nodes: readonly Source[]): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node === 'string') continue
    text += isMarker(node) ? plainText(node) : markerText(node.children)
  }
  return text
}

type Open = { level: number; list: BulletList | OrderedList }

/** Folds runs of list paragraphs into nested lists; other blocks pass through. `deepest` bounds the nesting. */
export function foldWordItems(blocks: readonly (Block | WordItem)[], deepest: number): Block[] {
  const out: Block[] = []
  let open: Open[] = []
  for (const block of blocks) {
    if (block.type !== 'wordItem') {
      open = []
      out.push(block)
      continue
    }
    const level = Math.min(block.level, deepest)
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if (open.at(-1)?.level === level && (open.at(-1)?.list.type === 'orderedList') !== (block.start !== null))
      open.pop()
    const top = open.at(-1)
    const item: ListItem = { type: 'listItem', content: block.content }
    if (top?.level === level) {
      top.list.content.push(item)
      continue
    }
    const list = listOf(block, item)
    const parent = top?.list.content.at(-1)
    if (parent) parent.content.push(list)
    else out.push(list)
    open.push({ level, list })
  }
  return out
}

function listOf(item: WordItem, first: ListItem): BulletList | OrderedList {
  return item.start === null
    ? { type: 'bulletList', content: [first] }
    : { type: 'orderedList', attrs: { start: item.start }, content: [first] }
}
