import type { Block, Body, Inline, Mark } from '../types.ts'

/** A text node, for tests to read well. */
export function t(text: string, ...marks: Mark[]): Inline {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

/** A paragraph of inline nodes; strings are plain text. */
export function p(...content: (Inline | string)[]): Block {
  return { type: 'paragraph', content: content.map((one) => (typeof one === 'string' ? t(one) : one)) }
}

/** A body of blocks. */
export function doc(...content: Block[]): Body {
  return { type: 'doc', content }
}
