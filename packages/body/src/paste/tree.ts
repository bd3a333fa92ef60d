import { Parser, Tokenizer } from 'htmlparser2'
import type { Notes } from './notes.ts'

/** An element of pasted HTML; text is a plain string among the children. */
export type Element = { tag: string; attrs: Record<string, string>; children: Source[] }
export type Source = Element | string

/** Nesting that no editor produces; deeper input is read as plain text, because everything after this recurses. */
const MAX_DEPTH = 400
const CHUNK = 16 * 1024

/** Elements whose content nobody sees (or that we cannot keep), with the note that their loss deserves. */
const DROPPED: Record<string, 'script' | 'embed' | null> = {
  script: 'script',
  style: null,
  template: null,
  noscript: null,
  title: null,
  meta: null,
  link: null,
  base: null,
  xml: null,
  datalist: null,
  iframe: 'embed',
  object: 'embed',
  embed: 'embed',
  applet: 'embed',
  video: 'embed',
  audio: 'embed',
  canvas: 'embed',
}

/**
 * Parses HTML into a tree without comments (Word's conditional ones included), scripts and embedded players. Never
 * throws; input nested too deeply comes back as lines of text.
 */
export function parseTree(html: string, notes: Notes): Element {
  const root: Element = { tag: 'root', attrs: {}, children: [] }
  const open: Element[] = [root]
  let dropping = 0
  let depth = 0
  let tooDeep = false
  const parser = new Parser({
    onopentag(tag, attrs) {
      depth += 1
      tooDeep ||= depth > MAX_DEPTH
      if (tooDeep) return
      if (dropping > 0 || tag in DROPPED) {
        if (dropping === 0 && DROPPED[tag]) notes.add(DROPPED[tag])
        dropping += 1
        return
      }
      const element: Element = { tag, attrs, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    onclosetag() {
      depth -= 1
      if (tooDeep) return
      if (dropping > 0) dropping -= 1
      else if (open.length > 1) open.pop()
    },
    ontext(text) {
      if (dropping === 0) append(open.at(-1), text)
    },
  })
  // In pieces, so that a hostile depth is noticed before the parser's own stack has grown far.
  for (let from = 0; from < html.length; from += CHUNK) {
    parser.write(html.slice(from, from + CHUNK))
    if (tooDeep) {
      notes.add('tooDeep')
      return { ...root, children: textLines(html).map((line) => ({ tag: 'p', attrs: {}, children: [line] })) }
    }
  }
  parser.end()
  return root
}

/** True when an element of that name stands anywhere inside. */
export function holds(element: Element, tag: RegExp): boolean {
  return element.children.some((child) => typeof child !== 'string' && (tag.test(child.tag) || holds(child, tag)))
}

/** The text of an element and all it contains. */
export function plainText(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : plainText(child))).join('')
}

function append(element: Element | undefined, text: string): void {
  const last = element?.children.length ? element.children.at(-1) : undefined
  if (typeof last === 'string') element?.children.splice(-1, 1, last + text)
  else element?.children.push(text)
}

/** The text of HTML, a line per stretch between tags: the tokenizer keeps no stack, so depth costs nothing. */
function textLines(html: string): string[] {
  const lines = ['']
  let hidden = false
  const add = (text: string) => {
    if (!hidden) lines.push((lines.pop() ?? '') + text)
  }
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      onopentagname(start, end) {
        hidden = /^(?:script|style|title)$/i.test(html.slice(start, end))
        lines.push('')
      },
      onclosetag() {
        hidden = false
        lines.push('')
      },
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (code) => add(String.fromCodePoint(code)),
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return lines.filter((line) => line.trim() !== '')
}
