import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, cleanBody, EMPTY_BODY, parseBody, textOf } from './index.ts'
import { someBody, someText } from './testing/arbitrary.ts'

const words = (text: string) => text.replace(/\s+/g, '')

describe('cleanBody', () => {
  it.each([
    ['nothing', null, ''],
    [
      'an unknown block gives way to its content',
      { content: [{ type: 'callout', content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲' }] }] }] },
      '甲',
    ],
    [
      'text directly in the document',
      {
        content: [
          { type: 'text', text: '甲' },
          { type: 'text', text: '乙' },
        ],
      },
      '甲乙',
    ],
    [
      'an unknown wrapper inside a paragraph',
      {
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: '甲' },
              { type: 'mention', content: [{ type: 'text', text: '乙' }] },
              { type: 'text', text: '丙' },
            ],
          },
        ],
      },
      '甲乙丙',
    ],
    [
      'an unknown mark',
      { content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [{ type: 'glow' }] }] }] },
      '甲',
    ],
    [
      'a bad link',
      {
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: '甲', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
          },
        ],
      },
      '甲',
    ],
    [
      'a block in a paragraph',
      {
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: '甲' },
              { type: 'paragraph', content: [{ type: 'text', text: '乙' }] },
            ],
          },
        ],
      },
      '甲\n乙',
    ],
    [
      'a list item that is a heading',
      {
        content: [
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '甲' }] }],
              },
            ],
          },
        ],
      },
      '甲',
    ],
    [
      'a bad picture keeps its caption',
      { content: [{ type: 'picture', attrs: { src: 'javascript:1', caption: '图注' } }] },
      '图注',
    ],
    [
      'a row without cells',
      {
        content: [
          {
            type: 'table',
            content: [
              { type: 'tableRow' },
              { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'text', text: '格' }] }] },
            ],
          },
        ],
      },
      '格',
    ],
    [
      'control characters',
      { content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲\0\u200B\uD800乙' }] }] },
      '甲\uFFFD乙',
    ],
  ])('%s', (_name, json, text) => {
    const body = cleanBody(json)
    expect(textOf(body)).toBe(text)
    expect(parseBody(body).ok).toBe(true)
  })

  it('keeps the text of a hundred thousand levels', () => {
    let node: unknown = { type: 'text', text: '底' }
    for (let level = 0; level < 100_000; level += 1)
      node = { type: level % 2 ? 'blockquote' : 'bulletList', content: [node] }
    const body = cleanBody({ type: 'doc', content: [node] })
    expect(textOf(body).trim()).toBe('底')
    expect(parseBody(body).ok).toBe(true)
  })

  it('squares uneven tables, so that the editor has nothing to repair', () => {
    const cell = (text: string, attrs: object) => ({ type: 'tableCell', attrs, content: [{ type: 'text', text }] })
    const rows = [[cell('甲', { colspan: 3, rowspan: 9 })], [cell('乙', {}), cell('丙', { colspan: 0 })]]
    const body = cleanBody({
      content: [{ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }],
    })
    const table = body.content[0]
    const spans =
      table?.type === 'table'
        ? table.content.map((row) => row.content?.map((one) => [one.attrs.colspan, one.attrs.rowspan]))
        : null
    expect(spans).toEqual([
      [
        [3, 2],
        [1, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ])
  })

  it('leaves a valid body as it is', () => {
    fc.assert(fc.property(someBody, (body) => canonical(cleanBody(body)) === canonical(body)))
  })

  it('is valid and loses no text, whatever the JSON', () => {
    const node = fc.letrec<{ node: object }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6, depthSize: 'small' },
        fc.record({ type: fc.constant('text'), text: someText }),
        fc.record({
          type: fc.constantFrom(
            'paragraph',
            'heading',
            'bulletList',
            'orderedList',
            'listItem',
            'table',
            'tableRow',
            'tableCell',
            'blockquote',
            'odd',
            'doc',
          ),
          attrs: fc.oneof(
            fc.constant(undefined),
            fc.record({ level: fc.integer(), start: fc.integer(), colspan: fc.integer(), rowspan: fc.integer() }),
          ),
          content: fc.array(tie('node'), { maxLength: 4 }),
        }),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(node), (content) => {
        const body = cleanBody({ type: 'doc', content })
        expect(parseBody(body)).toMatchObject({ ok: true })
        expect(words(textOf(body))).toBe(words(textsIn(content)))
      }),
      { numRuns: 300 },
    )
  })

  it('makes the empty body of anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer(), fc.constant(undefined)),
        (json) => cleanBody(json) === EMPTY_BODY,
      ),
    )
  })
})

function textsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsIn).join('')
  if (typeof value !== 'object' || value === null) return ''
  const { text, content } = value as { text?: string; content?: unknown }
  return (text ?? '') + textsIn(content)
}
