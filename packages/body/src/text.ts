import { LINE_BREAK } from './blocks.ts'
import type { Body, Inline, Paragraph } from './types.ts'

// Control characters (not tab and line ends), and characters that take no room and mean nothing in Chinese or English:
// zero-width space, word joiner, byte order mark, soft hyphen. The joiners U+200C and U+200D stay: emoji need them.
const UNSEEN = /[[\p{Cc}--[\t\n\v\f\r]]\u00AD\u200B\u2060\uFEFF]/gv

/** Text that every store takes: well-formed UTF-16 without control and zero-width characters. */
export function storable(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '')
}

/**
 * A body of plain paragraphs: one per line, blank lines dropped, the indent at the start of a line removed (indenting is
 * the style sheet's work). A vertical tab or U+2028 is a line break inside the paragraph.
 *
 * @example fromText('第一段\n\n第二段') // two paragraphs
 */
export function fromText(text: string): Body {
  const content = storable(text.replaceAll('\v', LINE_BREAK))
    .split(/\r\n?|[\n\f\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraphOf)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function paragraphOf(line: string): Paragraph {
  const content: Inline[] = []
  line.split(LINE_BREAK).forEach((text, index) => {
    if (index > 0) content.push({ type: 'hardBreak' })
    if (text) content.push({ type: 'text', text: text.replaceAll('\t', ' ') })
  })
  return { type: 'paragraph', content }
}
