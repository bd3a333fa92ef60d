import type { Body } from '@rongmei/body'
import type { StoredFinding } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { layOut, placeLive, placeStored } from './places.ts'

const body: Body = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: '第一段' }] },
    { type: 'paragraph' },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '列表项' }] }] }],
    },
    { type: 'picture', attrs: { src: `/files/${'a'.repeat(64)}.jpg`, alt: '', caption: '图说' } },
    { type: 'paragraph', content: [{ type: 'text', text: '末段末段' }] },
  ],
}
const blocks = layOut({ title: '标题', deck: '', body })

const stored = (over: Partial<StoredFinding>): StoredFinding => ({
  id: 'f',
  start: 0,
  end: 0,
  quote: '',
  suggestions: [],
  class: '错别字',
  severity: '必须改',
  confidence: 1,
  ruleId: 'r',
  basis: '',
  explanation: '',
  block: 0,
  blockStart: 0,
  decision: null,
  ...over,
})

describe('where findings stand', () => {
  it('lays the story out as the server does', () => {
    expect(blocks.map((block) => [block.kind, block.text, block.offset])).toEqual([
      ['title', '标题', 0],
      ['deck', '', 3],
      ['paragraph', '第一段', 4],
      ['item', '列表项', 8],
      ['caption', '图说', 12],
      ['paragraph', '末段末段', 15],
    ])
  })

  it.each([
    ['in the title', 1, 2, { field: 'title', from: 2, to: 3, attr: false }],
    ['in the first paragraph', 4, 6, { field: 'body', from: 1, to: 3, attr: false }],
    // doc: p(0..5) p(5..7) ul(7) li(8) p(9) text(10)
    ['in a list, after an empty paragraph', 9, 11, { field: 'body', from: 11, to: 13, attr: false }],
    ['a caption is the picture as a whole', 12, 13, { field: 'body', from: 16, to: 17, attr: true }],
  ])('%s', (_name, start, end, place) => {
    expect(placeLive(blocks, { start, end })).toEqual(place)
  })

  it('has no place outside the text', () => {
    expect(placeLive(blocks, { start: 99, end: 100 })).toBeNull()
    expect(placeLive([], { start: 0, end: 1 })).toBeNull()
  })

  it('finds a stored finding where it was, or the nearest same words, or nowhere', () => {
    const here = stored({ quote: '末段', block: 5, blockStart: 2, start: 17 })
    expect(placeStored(blocks, here)?.from).toBe(20)
    const movedOn = stored({ quote: '末段', block: 3, blockStart: 0, start: 16 })
    expect(placeStored(blocks, movedOn)?.from).toBe(18)
    expect(placeStored(blocks, stored({ quote: '没有的', block: 1 }))).toBeNull()
  })
})
