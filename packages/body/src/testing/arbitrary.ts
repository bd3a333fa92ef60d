import * as fc from 'fast-check'
import type { Block, Body, Cell, Inline, Mark } from '../types.ts'

/** Text as it occurs: Chinese, Latin, numbers, full-width forms, emoji, characters that matter in HTML. */
export const someText = fc
  .array(
    fc.constantFrom(
      '松江',
      '融媒体',
      'GDP',
      '2023',
      '5.5%',
      ' ',
      '，',
      '。',
      '“',
      '”',
      '<',
      '>',
      '&',
      '"',
      "'",
      '😀',
      '㐀',
      '𠮷',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))

const href = fc.constantFrom('https://example.cn/a?b=1&c=2', 'http://example.cn/"x', 'mailto:a@example.cn')
const source = fc.constantFrom(`/files/${'0a'.repeat(32)}`, `/files/${'1b'.repeat(32)}.jpg`, 'https://example.cn/p.png')

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'bold' as const,
      'italic' as const,
      'underline' as const,
      'strike' as const,
      'superscript' as const,
    ),
  }),
  fc.record({ type: fc.constant('link' as const), attrs: fc.record({ href }) }),
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text: someText }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: someText,
      marks: fc.uniqueArray(mark, { selector: (one) => one.type, minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('hardBreak' as const) }) },
)
const content = fc.array(inline, { maxLength: 5 })
const paragraph = fc.record({ type: fc.constant('paragraph' as const), content })

const { block } = fc.letrec<{ block: Block; cell: Cell }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  const item = fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem' as const, content: [first, ...rest] }))
  const items = fc.array(item, { minLength: 1, maxLength: 3 })
  return {
    cell: fc.record({
      type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
      attrs: fc.constant({ colspan: 1, rowspan: 1 }),
      content: blocks,
    }),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 4 },
      paragraph,
      fc.record({
        type: fc.constant('heading' as const),
        attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const) }),
        content,
      }),
      fc.record({
        type: fc.constant('picture' as const),
        attrs: fc.record({
          src: source,
          alt: fc.constantFrom('', '图"一'),
          caption: fc.oneof(fc.constant(''), someText),
        }),
      }),
      fc.constant({ type: 'horizontalRule' as const }),
      fc.record({ type: fc.constant('blockquote' as const), content: blocks }),
      fc.record({ type: fc.constant('bulletList' as const), content: items }),
      fc.record({
        type: fc.constant('orderedList' as const),
        attrs: fc.record({ start: fc.integer({ min: 0, max: 99 }) }),
        content: items,
      }),
      fc.integer({ min: 1, max: 3 }).chain((columns) =>
        fc.record({
          type: fc.constant('table' as const),
          content: fc.array(
            fc.record({
              type: fc.constant('tableRow' as const),
              content: fc.array(tie('cell'), { minLength: columns, maxLength: columns }),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        }),
      ),
    ),
  }
})

/** Any body that the schema takes. */
export const someBody: fc.Arbitrary<Body> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks): Body => ({ type: 'doc', content: blocks }))
