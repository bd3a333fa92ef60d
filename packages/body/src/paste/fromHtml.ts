import { LIMITS } from '../limits.ts'
import { type Body, EMPTY_BODY } from '../types.ts'
import { writeAll } from './convert.ts'
import { inside } from './flow.ts'
import { createNotes, type PasteNote } from './notes.ts'
import type { EmbeddedPicture } from './pictures.ts'
import { parseTree } from './tree.ts'

export type PasteOptions = {
  /** Address of the page the HTML comes from, to make its relative links and pictures absolute. */
  base?: string
}

/**
 * `pictures[n]` belongs to the picture node whose `src` is `pending:n`: upload it, then `placePictures`. `parseBody`
 * refuses a body with one left.
 */
export type Pasted = { body: Body; notes: PasteNote[]; pictures: EmbeddedPicture[] }

/**
 * Cleans pasted HTML (Word, WPS, the WeChat editor, web pages) into a body: layout, styles, scripts and drawings go;
 * text, tables, lists, links and pictures stay. Never throws. The nesting of the result is within the limits; its size
 * may not be, so `parseBody` has the last word. HTML beyond `LIMITS.html` is not read: the note `tooLarge` says so.
 *
 * @example fromHtml('<p class="MsoNormal">通知<o:p></o:p></p>').body // one paragraph 通知
 */
export function fromHtml(html: string, options: PasteOptions = {}): Pasted {
  const notes = createNotes()
  const pictures: EmbeddedPicture[] = []
  if (isTooLarge(html)) {
    notes.add('tooLarge')
    return { body: EMPTY_BODY, notes: notes.list(), pictures }
  }
  const root = parseTree(html, notes)
  const content = inside(root.children, {
    marks: undefined,
    pre: false,
    write: writeAll,
    inTable: false,
    inWordItem: false,
    depth: 2,
    sink: { notes, pictures, base: options.base },
  })
  const body: Body = content.length > 0 ? { type: 'doc', content } : EMPTY_BODY
  return { body, notes: notes.list(), pictures }
}

/** Embedded pictures have a limit of their own: a page of text with three photographs in it is not a long text. */
function isTooLarge(html: string): boolean {
  if (html.length <= LIMITS.html) return false
  if (html.length > LIMITS.htmlWithPictures) return true
  let embedded = 0
  for (const [url] of html.matchAll(/data:image\/[^"'\s)>]+/g)) embedded += url.length
  return html.length - embedded > LIMITS.html
}
