import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bodySchema, EMPTY_BODY, LIMITS, parseBody } from './index.ts'
import { someBody } from './testing/arbitrary.ts'
import { doc, p, t } from './testing/build.ts'

const STORED = `/files/${'0'.repeat(64)}.jpg`
const refusal = (json: unknown) => {
  const parsed = parseBody(json)
  return parsed.ok ? null : parsed.why
}
const link = (href: unknown) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: '链', marks: [{ type: 'link', attrs: { href } }] }] }],
})
const picture = (attrs: object) => ({ type: 'doc', content: [{ type: 'picture', attrs }] })
const blocks = (...content: unknown[]) => ({ type: 'doc', content })
const nested = (levels: number) => {
  let node: unknown = { type: 'paragraph' }
  for (let level = 0; level < levels; level += 1) node = { type: 'blockquote', content: [node] }
  return blocks(node)
}
const table = (rows: number, columns: number, attrs: object = {}) =>
  blocks({
    type: 'table',
    content: Array.from({ length: rows }, () => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, () => ({ type: 'tableCell', attrs, content: [{ type: 'paragraph' }] })),
    })),
  })

describe('parseBody refuses', () => {
  it.each([
    ['null', null, 'body.notABody'],
    ['a string', '正文', 'body.notABody'],
    ['an array', [], 'body.notABody'],
    ['another root', { type: 'paragraph' }, 'body.notABody'],
    ['no blocks', blocks(), 'body.malformed'],
    ['an unknown block', blocks({ type: 'iframe' }), 'body.unknownNode'],
    ['a block that is no object', blocks(7), 'body.unknownNode'],
    ['an unknown inline node', blocks({ type: 'paragraph', content: [{ type: 'image' }] }), 'body.unknownNode'],
    ['a block inside a paragraph', blocks({ type: 'paragraph', content: [{ type: 'paragraph' }] }), 'body.unknownNode'],
    ['an unknown mark', doc(p({ type: 'text', text: '甲', marks: [{ type: 'code' } as never] })), 'body.unknownMark'],
    ['an unknown attribute', blocks({ type: 'paragraph', attrs: { style: 'x' } }), 'body.unknownAttribute'],
    [
      'an event handler on a picture',
      picture({ src: STORED, alt: '', caption: '', onerror: 'x' }),
      'body.unknownAttribute',
    ],
    ['a mark twice', doc(p(t('甲', { type: 'bold' }, { type: 'bold' }))), 'body.malformed'],
    ['an empty text', doc(p(t(''))), 'body.malformed'],
    ['a NUL', doc(p('甲\0')), 'body.badText'],
    ['half a surrogate pair', doc(p('甲\uD800')), 'body.badText'],
    ['a heading of level 1', blocks({ type: 'heading', attrs: { level: 1 } }), 'body.malformed'],
    [
      'a list item that starts with a rule',
      blocks({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'horizontalRule' }] }] }),
      'body.malformed',
    ],
    ['a list without items', blocks({ type: 'bulletList', content: [] }), 'body.malformed'],
    ['an empty quotation', blocks({ type: 'blockquote', content: [] }), 'body.malformed'],
    ['a picture not uploaded yet', picture({ src: 'pending:0', alt: '', caption: '' }), 'body.pictureNotUploaded'],
    ['a picture as data', picture({ src: 'data:image/png;base64,AA', alt: '', caption: '' }), 'body.badPicture'],
    ['a picture outside the store', picture({ src: '/files/../etc', alt: '', caption: '' }), 'body.badPicture'],
    [
      'a caption too long',
      picture({ src: STORED, alt: '', caption: '图'.repeat(LIMITS.caption + 1) }),
      'body.malformed',
    ],
    ['a span too wide', table(1, 1, { colspan: LIMITS.colspan + 1, rowspan: 1 }), 'body.malformed'],
    ['33 levels', nested(LIMITS.depth - 1), 'body.tooDeep'],
    ['a million levels', nested(1_000_000), 'body.tooDeep'],
    [
      'too many nodes',
      blocks(...Array.from({ length: LIMITS.nodes }, () => ({ type: 'paragraph' }))),
      'body.tooManyNodes',
    ],
    ['too many characters', doc(p('字'.repeat(LIMITS.characters + 1))), 'body.tooLong'],
    ['too many cells', table(101, 100), 'body.tooManyCells'],
    ['cells that span too much', table(1, 11, { colspan: 1, rowspan: 1_000 }), 'body.tooManyCells'],
  ])('%s', (_name, json, why) => {
    expect(refusal(json)).toBe(why)
  })

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' https://a.cn',
    'data:text/html,x',
    'vbscript:x',
    '//a.cn',
    '/desk',
    'ftp://a.cn',
    '',
    null,
    `https://a.cn/${'x'.repeat(LIMITS.url)}`,
  ])('a link to %j', (href) => {
    expect(refusal(link(href))).toMatch(/^body\.(badLink|malformed)$/)
  })
})

describe('parseBody takes', () => {
  it.each([
    ['an empty body', EMPTY_BODY],
    ['32 levels', nested(LIMITS.depth - 2)],
    ['600,000 characters', doc(p('字'.repeat(LIMITS.characters)))],
    ['10,000 slots', table(100, 65)],
    ['https', link('https://example.cn/路径?甲=1#乙')],
    ['mail', link('mailto:a@example.cn')],
    ['a stored picture', picture({ src: STORED, alt: '', caption: '' })],
    ['an external picture', picture({ src: 'https://mmbiz.qpic.cn/x', alt: '', caption: '' })],
  ])('%s', (_name, json) => {
    expect(refusal(json)).toBeNull()
  })

  it('any valid body, unchanged', () => {
    fc.assert(
      fc.property(someBody, (body) => {
        expect(parseBody(body)).toEqual({ ok: true, body })
      }),
    )
  })

  it('what the editor writes, without the attributes that only the editor knows', () => {
    const parsed = parseBody(
      blocks(
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: '链',
              marks: [
                { type: 'link', attrs: { href: 'https://a.cn', target: '_blank', rel: 'x', class: null, title: null } },
              ],
            },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 3, type: null },
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  attrs: { colspan: 1, rowspan: 1, colwidth: [90], align: null },
                  content: [{ type: 'paragraph' }],
                },
              ],
            },
          ],
        },
        { type: 'picture', attrs: { src: STORED, width: null, height: 80 } },
      ),
    )
    expect(parsed).toEqual({
      ok: true,
      body: blocks(
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '链', marks: [{ type: 'link', attrs: { href: 'https://a.cn' } }] }],
        },
        { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [{ type: 'paragraph' }] }],
            },
          ],
        },
        { type: 'picture', attrs: { src: STORED, alt: '', caption: '', height: 80 } },
      ),
    })
  })
})

it('never throws, whatever the JSON', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => refusal(json) !== null))
})

it('has a JSON Schema, for the API description', () => {
  expect(z.toJSONSchema(bodySchema, { io: 'output' })).toMatchObject({ type: 'object', required: ['type', 'content'] })
})

it('keeps the shared empty body from being written to', () => {
  expect(() => EMPTY_BODY.content.push(p('甲'))).toThrow(TypeError)
})
