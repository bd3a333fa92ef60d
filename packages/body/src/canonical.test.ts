import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Body, canonical, EMPTY_BODY, type Inline, parseBody } from './index.ts'
import { someBody } from './testing/arbitrary.ts'
import { doc, p, t } from './testing/build.ts'

describe('canonical', () => {
  it('is frozen: stored sign-offs depend on every byte of it', () => {
    const body = doc(
      { type: 'heading', attrs: { level: 3 }, content: [t('题')] },
      p(t('甲', { type: 'bold' }, { type: 'link', attrs: { href: 'https://a.cn' } }), { type: 'hardBreak' }),
      { type: 'picture', attrs: { width: 3, src: 'https://a.cn/p', caption: '注', alt: '', height: 2 } },
      { type: 'orderedList', attrs: { start: 2 }, content: [{ type: 'listItem', content: [p()] }] },
    )
    expect(canonical(body)).toBe(
      '{"content":[{"attrs":{"level":3},"content":[{"text":"题","type":"text"}],"type":"heading"},' +
        '{"content":[{"marks":[{"attrs":{"href":"https://a.cn"},"type":"link"},{"type":"bold"}],"text":"甲","type":"text"},{"type":"hardBreak"}],"type":"paragraph"},' +
        '{"attrs":{"alt":"","caption":"注","height":2,"src":"https://a.cn/p","width":3},"type":"picture"},' +
        '{"attrs":{"start":2},"content":[{"content":[{"type":"paragraph"}],"type":"listItem"}],"type":"orderedList"}],"type":"doc"}',
    )
    expect(canonical(EMPTY_BODY)).toBe('{"content":[{"type":"paragraph"}],"type":"doc"}')
  })

  it('is equal for equal content, however the editor cut and ordered it', () => {
    fc.assert(fc.property(someBody, fc.integer(), (body, seed) => canonical(reshaped(body, seed)) === canonical(body)))
  })

  it('is a body again, with the same canonical form', () => {
    fc.assert(
      fc.property(someBody, (body) => {
        const parsed = parseBody(JSON.parse(canonical(body)))
        expect(parsed.ok && canonical(parsed.body)).toBe(canonical(body))
      }),
    )
  })

  it.each<[string, Body, Body]>([
    ['a character', doc(p('甲')), doc(p('乙'))],
    ['a mark', doc(p('甲')), doc(p(t('甲', { type: 'bold' })))],
    ['where a mark ends', doc(p(t('甲乙', { type: 'bold' }))), doc(p(t('甲', { type: 'bold' }), '乙'))],
    [
      'a link',
      doc(p(t('甲', { type: 'link', attrs: { href: 'https://a.cn' } }))),
      doc(p(t('甲', { type: 'link', attrs: { href: 'https://b.cn' } }))),
    ],
    ['a paragraph end', doc(p('甲'), p('乙')), doc(p('甲', { type: 'hardBreak' }, '乙'))],
    ['the order', doc(p('甲'), p('乙')), doc(p('乙'), p('甲'))],
  ])('differs by %s', (_name, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other))
  })
})

/** The same content in another shape: texts cut in two, marks turned round, keys in another order, empty mark lists. */
function reshaped<T>(node: T, seed: number): T {
  if (Array.isArray(node)) return node.flatMap((one: unknown) => cut(one, seed)).map((one) => reshaped(one, seed)) as T
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).reverse()
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'marks' ? [...(value as unknown[])].reverse() : reshaped(value, seed)]),
  ) as T
}

function cut(node: unknown, seed: number): unknown[] {
  const text = node as Inline
  if (text?.type !== 'text') return [node]
  const at = Math.abs(seed) % (text.text.length + 1)
  const halves = [text.text.slice(0, at), text.text.slice(at)].filter((half) => half !== '')
  return halves.map((half) => ({ ...text, text: half, marks: text.marks ?? [] }))
}
