import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, type Body, type BodyNode, positionsOf, textOf } from './index.ts'
import { someBody } from './testing/arbitrary.ts'
import { doc, p, t } from './testing/build.ts'

const picture = { type: 'picture' as const, attrs: { src: 'https://a.cn/p.png', alt: '不读', caption: '图注' } }
const everything: Body = doc(
  { type: 'heading', attrs: { level: 2 }, content: [t('标题')] },
  p('甲', { type: 'hardBreak' }, t('乙', { type: 'bold' })),
  { type: 'paragraph' },
  picture,
  { type: 'horizontalRule' },
  { type: 'blockquote', content: [p('引')] },
  {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [p('项'), { type: 'blockquote', content: [p('项内引')] }] }],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [p('格'), p('二')] }],
      },
    ],
  },
  p('末😀'),
)

/** Positions counted by hand with ProseMirror's rule: a token per open and close tag, one per leaf and UTF-16 unit. */
const expected = [
  ['heading', '标题', [0], 1, false],
  ['paragraph', '甲\u2028乙', [1], 5, false],
  ['caption', '图注', [3], 11, true],
  ['quote', '引', [5, 0], 15, false],
  ['item', '项', [6, 0, 0], 21, false],
  ['quote', '项内引', [6, 0, 1, 0], 25, false],
  ['cell', '格', [7, 0, 0, 0], 36, false],
  ['cell', '二', [7, 0, 0, 1], 39, false],
  ['paragraph', '末😀', [8], 45, false],
]

describe('text blocks', () => {
  it('come in reading order with kind, path and ProseMirror position', () => {
    const at = positionsOf(everything)
    expect(blocksOf(everything).map((b, i) => [b.kind, b.text, b.path, at[i]?.start, at[i]?.attr])).toEqual(expected)
  })

  it('join to one text that splits back into them', () => {
    fc.assert(
      fc.property(someBody, (body) => {
        const blocks = blocksOf(body).map((block) => block.text)
        expect(blocks.length === 0 ? [''] : blocks).toEqual(textOf(body).split('\n'))
      }),
    )
  })

  it('stand where ProseMirror puts them: every character is found at start + offset', () => {
    fc.assert(
      fc.property(someBody, (body) => {
        const characters = charactersByPosition(body)
        const at = positionsOf(body)
        blocksOf(body).forEach((block, index) => {
          const { start, attr } = at[index] ?? { start: -1, attr: false }
          if (attr) return
          const found = Array.from({ length: block.text.length }, (_, offset) => characters.get(start + offset)).join(
            '',
          )
          expect(found).toBe(block.text)
        })
      }),
    )
  })

  it('show a line feed inside a text as a space of the same width', () => {
    expect(blocksOf(doc(p('甲\n乙'))).map((block) => block.text)).toEqual(['甲 乙'])
  })
})

/** The definition of ProseMirror positions, written independently of the code: a flat list of tokens. */
function charactersByPosition(body: Body): Map<number, string> {
  const found = new Map<number, string>()
  let position = -1
  const visit = (node: BodyNode): void => {
    if (node.type === 'text') for (const unit of node.text.split('')) found.set(position++, unit)
    else if (node.type === 'hardBreak') found.set(position++, '\u2028')
    else if (node.type === 'picture' || node.type === 'horizontalRule') position += 1
    else {
      position += 1
      for (const child of node.content ?? []) visit(child)
      position += 1
    }
  }
  visit(body)
  return found
}
