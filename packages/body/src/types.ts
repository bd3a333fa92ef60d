/**
 * A story's body: the ProseMirror document that TipTap edits, in JSON. Node and mark names are TipTap's, so the editor
 * takes it as it is; `picture` is our own atom node. Every attribute is present (defaults are filled in by the schema),
 * so readers of a body need no fallbacks.
 */
export type Mark =
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript' }
  | { type: 'link'; attrs: { href: string } }

export type MarkType = Mark['type']

/** A run of characters under one set of marks. `text` is never empty (ProseMirror forbids empty text nodes). */
export type TextNode = { type: 'text'; text: string; marks?: Mark[] }

/** A line break inside a block. ProseMirror puts the surrounding marks on it too. */
export type HardBreak = { type: 'hardBreak'; marks?: Mark[] }

export type Inline = TextNode | HardBreak

export type Paragraph = { type: 'paragraph'; content?: Inline[] }

/** Levels 2 and 3: level 1 is the story's title, which is not part of the body. */
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] }

/**
 * `src` is `/files/<sha256>` (our store, an extension allowed) or an external http(s) address; `alt` is for those who
 * cannot see the picture, `caption` for all; `width` and `height` are pixels.
 */
export type PictureAttrs = { src: string; alt: string; caption: string; width?: number; height?: number }
export type Picture = { type: 'picture'; attrs: PictureAttrs }

export type HorizontalRule = { type: 'horizontalRule' }
export type Blockquote = { type: 'blockquote'; content: Block[] }

/** A list item starts with a paragraph, as TipTap's content rule demands. */
export type ListItem = { type: 'listItem'; content: Block[] }
export type BulletList = { type: 'bulletList'; content: ListItem[] }
export type OrderedList = { type: 'orderedList'; attrs: { start: number }; content: ListItem[] }

export type CellAttrs = { colspan: number; rowspan: number }
export type Cell = { type: 'tableCell' | 'tableHeader'; attrs: CellAttrs; content: Block[] }
export type TableRow = { type: 'tableRow'; content?: Cell[] }
export type Table = { type: 'table'; content: TableRow[] }

export type TextBlock = Paragraph | Heading
export type Block = TextBlock | Picture | HorizontalRule | Blockquote | BulletList | OrderedList | Table

export type Body = { type: 'doc'; content: Block[] }

/** Anything that may stand in a body. */
export type BodyNode = Body | Block | ListItem | TableRow | Cell | Inline

/** A new, empty story: one empty paragraph for the cursor to stand in. Frozen, because it is shared. */
export const EMPTY_BODY: Body = Object.freeze({
  type: 'doc',
  content: Object.freeze([Object.freeze({ type: 'paragraph' })]) as unknown as Block[],
})
