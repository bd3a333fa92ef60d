import { addText } from '../inline.ts'
import { storable } from '../text.ts'
import type { Inline, Mark } from '../types.ts'

/** A stretch of inline source: text as it stands in the HTML, or a `<br>`. */
export type Piece = 'break' | { text: string; marks: Mark[] | undefined; pre: boolean }

/**
 * White space seen and not yet written: it counts only when text follows on the same line. `soft` while it is nothing
 * but a line end of the source and ASCII space; `wide` holds its full-width spaces; `indent` when it looks like one.
 */
type Gap = { soft: boolean; lineEnd: boolean; wide: string; indent: boolean; marks: Mark[] | undefined }

type Writer = { blocks: Inline[][]; breaks: number; gap: Gap | null; last: string; split: boolean }

// Between two of these a line end in the HTML source is no space (CSS Text 3, segment break transformation): Word wraps
// its source in the middle of Chinese sentences.
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F\uD840-\uDBFF“”‘’—…·]/
const INDENT = /\u3000|\u00A0{2}|[\u2002\u2003]/

/**
 * Turns a run of inline source into the content of one or more blocks: white space collapsed, indents at the start and
 * spaces at the end removed. With `split`, two breaks in a row, or a break followed by an indent, start a new block, as
 * a writer who types them means a new paragraph.
 */
export function blocksOfRun(pieces: readonly Piece[], split: boolean): Inline[][] {
  const writer: Writer = { blocks: [[]], breaks: 0, gap: null, last: '', split }
  for (const piece of pieces) {
    if (piece === 'break') writeBreak(writer)
    else writePiece(writer, piece)
  }
  return writer.blocks.filter((block) => block.length > 0)
}

function writePiece(writer: Writer, { text, marks, pre }: Exclude<Piece, 'break'>): void {
  for (const [chunk] of storable(text).matchAll(/[\r\n]+|[^\S\r\n]+|\S+/g)) {
    if (/\S/.test(chunk)) writeWord(writer, chunk, marks)
    else if (pre && /[\r\n]/.test(chunk)) for (const _ of chunk.matchAll(/\r\n?|\n/g)) writeBreak(writer)
    else writer.gap = widened(writer.gap, chunk, marks)
  }
}

function writeBreak(writer: Writer): void {
  writer.breaks += 1
  writer.gap = null
  writer.last = ''
}

function widened(gap: Gap | null, space: string, marks: Mark[] | undefined): Gap {
  return {
    soft: (gap?.soft ?? true) && /^[ \t\r\n\f\v]+$/.test(space),
    lineEnd: gap?.lineEnd === true || /[\r\n]/.test(space),
    wide: (gap?.wide ?? '') + space.replace(/[^\u3000]/g, ''),
    indent: gap?.indent === true || INDENT.test(space),
    marks: gap ? gap.marks : marks,
  }
}

function writeWord(writer: Writer, word: string, marks: Mark[] | undefined): void {
  const block = blockForWord(writer)
  const { gap } = writer
  if (gap && writer.last && !(gap.soft && gap.lineEnd && WIDE.test(writer.last) && WIDE.test(word.slice(0, 1))))
    // A full-width space is set on purpose (a name of two characters under names of three); every other space is one space.
    addText(block, gap.wide || ' ', gap.marks)
  addText(block, word, marks)
  writer.gap = null
  writer.last = lastUnit(word)
}

/** The block that the next word belongs to, with the break before it written. */
function blockForWord(writer: Writer): Inline[] {
  const current = writer.blocks.at(-1) ?? []
  const { breaks } = writer
  writer.breaks = 0
  if (breaks === 0 || current.length === 0) return current
  if (writer.split && (breaks > 1 || writer.gap?.indent === true)) {
    const next: Inline[] = []
    writer.blocks.push(next)
    return next
  }
  current.push({ type: 'hardBreak' })
  return current
}

/** The last UTF-16 unit, or the first of a pair, which tells the plane. */
function lastUnit(word: string): string {
  const unit = word.at(-1) ?? ''
  return unit >= '\uDC00' && unit <= '\uDFFF' ? (word.at(-2) ?? unit) : unit
}
