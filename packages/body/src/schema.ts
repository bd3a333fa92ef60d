import { z } from 'zod'
import { brokenLimit, LIMITS } from './limits.ts'
import { isLinkTarget, isPictureSource, pendingIndex } from './urls.ts'
import type { Block, Body, Cell, Inline, ListItem, Mark, TableRow } from './types.ts'

/** Attributes that TipTap's own extensions write and that mean nothing to us: accepted, then dropped. */
const ignored = z.unknown().optional()

function without<T extends object>(...names: string[]): (attrs: T) => T {
  return (attrs) => {
    const kept: T = { ...attrs }
    for (const name of names) Reflect.deleteProperty(kept, name)
    return kept
  }
}

/** The editor writes null for an attribute without a value. */
function withoutEmpty<T extends object>(attrs: T): T {
  const empty = Object.entries(attrs).filter(([, value]) => value === null || value === undefined)
  return without<T>(...empty.map(([name]) => name))(attrs)
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), { error: 'body.badText' })

const linkAttrs = z
  .strictObject({
    href: z.string().refine(isLinkTarget, { error: 'body.badLink' }),
    target: ignored,
    rel: ignored,
    class: ignored,
    title: ignored,
  })
  .overwrite(without('target', 'rel', 'class', 'title'))

const plainMark = z.enum(['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'])
const mark = z.discriminatedUnion(
  'type',
  [z.strictObject({ type: plainMark }), z.strictObject({ type: z.literal('link'), attrs: linkAttrs })],
  { error: 'body.unknownMark' },
)
const marks = z
  .array(mark)
  .refine((list) => new Set(list.map((one) => one.type)).size === list.length, { error: 'body.malformed' })
  .optional() as z.ZodType<Mark[] | undefined>

const inline = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('text'), text: text(LIMITS.characters).min(1), marks }),
    z.strictObject({ type: z.literal('hardBreak'), marks }),
  ],
  { error: 'body.unknownNode' },
) as z.ZodType<Inline>
const inlines = z.array(inline).optional()

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
})

const pixels = z.number().int().min(1).max(100_000).nullish()
const picture = z.strictObject({
  type: z.literal('picture'),
  attrs: z
    .strictObject({
      src: z
        .string()
        .refine((src) => pendingIndex(src) === null, { error: 'body.pictureNotUploaded', abort: true })
        .refine(isPictureSource, { error: 'body.badPicture' }),
      alt: text(LIMITS.caption).default(''),
      caption: text(LIMITS.caption).default(''),
      width: pixels,
      height: pixels,
    })
    .overwrite(withoutEmpty),
})

const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') })

const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(block).min(1))

/** TipTap's rule for a list item is `paragraph block*`: a body that breaks it would not load in the editor. */
const listItem = z.strictObject({
  type: z.literal('listItem'),
  content: blocks.refine((content) => content[0]?.type === 'paragraph', { error: 'body.malformed' }),
}) as z.ZodType<ListItem>

const listItems = z.array(listItem).min(1)
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: listItems })
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z
    .strictObject({ start: z.number().int().min(0).max(1_000_000).default(1), type: ignored })
    .overwrite(without('type'))
    .default({ start: 1 }),
  content: listItems,
})

const blockquote = z.strictObject({ type: z.literal('blockquote'), content: blocks })

const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .strictObject({
      colspan: z.number().int().min(1).max(LIMITS.colspan).default(1),
      rowspan: z.number().int().min(1).max(LIMITS.rowspan).default(1),
      colwidth: ignored,
      align: ignored,
    })
    .overwrite(without('colwidth', 'align'))
    .default({ colspan: 1, rowspan: 1 }),
  content: blocks,
}) as unknown as z.ZodType<Cell>

const tableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(cell).optional(),
}) as z.ZodType<TableRow>
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1) })

const block = z.discriminatedUnion(
  'type',
  [paragraph, heading, picture, horizontalRule, bulletList, orderedList, blockquote, table],
  { error: 'body.unknownNode' },
) as unknown as z.ZodType<Block>

const document = z.strictObject({ type: z.literal('doc'), content: blocks }) as z.ZodType<Body>

/**
 * The schema of a stored body: the whitelist of nodes, marks and attributes, within `LIMITS`. Safe on any JSON: the
 * limits are measured without recursion first, and the recursive part does not run when they are broken. The messages
 * of its issues are `BodyRefusal` keys where the rule is ours; use {@link parseBody} to get one key.
 */
export const bodySchema: z.ZodType<Body, unknown> = z
  .unknown()
  .superRefine((json, ctx) => {
    const broken = brokenLimit(json)
    if (broken) ctx.addIssue({ code: 'custom', message: broken })
  })
  .pipe(document)
