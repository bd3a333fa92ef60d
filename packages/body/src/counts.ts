import { type BlockKind, walkBlocks } from './blocks.ts'
import type { Block, Body, Cell, ListItem, TableRow } from './types.ts'

/** The size of a body as a newsroom states it. */
export type Counts = {
  /** 字数: every Chinese character is one, a run of Latin letters or digits is one, punctuation is not counted. */
  characters: number
  /** 字符数: every character but white space, punctuation included. */
  withPunctuation: number
  /** Pictures, wherever they stand. */
  pictures: number
  /** Paragraphs with text, list items and quoted paragraphs included; headings, cells and captions not. */
  paragraphs: number
}

const WORDS = /\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu
const VISIBLE = /\S/gu
const PARAGRAPHS: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'quote', 'item'])

/**
 * Counts a body; captions and table cells count as text, since a reader reads them.
 *
 * @example countsOf(fromText('松江2023年GDP增长5%。')) // characters 8, withPunctuation 15, pictures 0, paragraphs 1
 */
export function countsOf(body: Body): Counts {
  const counts: Counts = { characters: 0, withPunctuation: 0, pictures: countPictures(body.content), paragraphs: 0 }
  walkBlocks(body, ({ kind, text }) => {
    const visible = matches(VISIBLE, text)
    counts.characters += matches(WORDS, text)
    counts.withPunctuation += visible
    if (visible > 0 && PARAGRAPHS.has(kind)) counts.paragraphs += 1
  })
  return counts
}

function matches(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

function countPictures(nodes: readonly (Block | ListItem | TableRow | Cell)[]): number {
  let pictures = 0
  for (const node of nodes) {
    if (node.type === 'picture') pictures += 1
    else if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'horizontalRule')
      pictures += countPictures(node.content ?? [])
  }
  return pictures
}
