/**
 * How large a body may be. 600,000 characters leaves room above the 500,000 that the platform promises to take; the
 * others keep the editor and the server responsive and the recursion of the schema shallow.
 */
export const LIMITS = {
  /** Nodes of every kind, text nodes and the document included. */
  nodes: 20_000,
  /** Levels of nesting: the document is level 1, a text in a plain paragraph level 3. */
  depth: 32,
  /** UTF-16 units of text, alternative texts and captions together. */
  characters: 600_000,
  /** Grid slots of all tables: the rows times the widest row, and the sum of what the cells span. */
  cells: 10_000,
  colspan: 100,
  rowspan: 1_000,
  /** Characters of a caption, of an alternative text. */
  caption: 1_000,
  /** Characters of an address (link or external picture). */
  url: 2_048,
  /** UTF-16 units of HTML taken by `fromHtml`, embedded `data:` pictures not counted. */
  html: 5 * 1024 * 1024,
  /** The same with the embedded pictures. */
  htmlWithPictures: 64 * 1024 * 1024,
} as const

/** Why a body was refused: keys for the contract's `errors.zh.ts`. */
export const BODY_REFUSALS = [
  'body.notABody',
  'body.tooDeep',
  'body.tooManyNodes',
  'body.tooLong',
  'body.tooManyCells',
  'body.unknownNode',
  'body.unknownMark',
  'body.unknownAttribute',
  'body.badText',
  'body.badLink',
  'body.badPicture',
  'body.pictureNotUploaded',
  'body.malformed',
] as const

export type BodyRefusal = (typeof BODY_REFUSALS)[number]

type Tally = { nodes: number; characters: number; cells: number }
type Step = { node: Record<string, unknown>; depth: number }

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Measures an unchecked document with a stack of its own, so that nesting of any depth cannot overflow the call stack;
 * the schema, which recurses, may run only after this said null.
 *
 * @returns the first limit that is broken, or null
 */
export function brokenLimit(json: unknown): BodyRefusal | null {
  if (!isRecord(json)) return 'body.notABody'
  const tally: Tally = { nodes: 0, characters: 0, cells: 0 }
  const stack: Step[] = [{ node: json, depth: 1 }]
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (step.depth > LIMITS.depth) return 'body.tooDeep'
    const broken = count(step.node, tally)
    if (broken) return broken
    const children: unknown = step.node.content
    if (!Array.isArray(children)) continue
    // Checked before pushing, so that one huge array cannot grow the stack past the limit either.
    if (tally.nodes + stack.length + children.length > LIMITS.nodes) return 'body.tooManyNodes'
    for (const child of children) if (isRecord(child)) stack.push({ node: child, depth: step.depth + 1 })
  }
  return null
}

function count(node: Record<string, unknown>, tally: Tally): BodyRefusal | null {
  tally.nodes += 1
  tally.characters += lengthOf(node.text)
  if (isRecord(node.attrs)) tally.characters += lengthOf(node.attrs.alt) + lengthOf(node.attrs.caption)
  if (node.type === 'table') tally.cells += tableSlots(node)
  if (tally.characters > LIMITS.characters) return 'body.tooLong'
  if (tally.cells > LIMITS.cells) return 'body.tooManyCells'
  return null
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0
}

/** Slots an editor must lay out for a table: its bounding grid or what its cells claim to span, whichever is more. */
function tableSlots(table: Record<string, unknown>): number {
  let widest = 0
  let spanned = 0
  const rows: unknown[] = Array.isArray(table.content) ? table.content : []
  for (const row of rows) {
    let width = 0
    const cells: unknown[] = isRecord(row) && Array.isArray(row.content) ? row.content : []
    for (const cell of cells) {
      const attrs = isRecord(cell) && isRecord(cell.attrs) ? cell.attrs : {}
      width += span(attrs.colspan)
      spanned += span(attrs.colspan) * span(attrs.rowspan)
    }
    widest = Math.max(widest, width)
  }
  return Math.max(widest * rows.length, spanned)
}

function span(value: unknown): number {
  return typeof value === 'number' && value >= 1 ? value : 1
}
