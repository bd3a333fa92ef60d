import { describe, expect, it } from 'vitest'
import {
  blocksOf,
  type Body,
  canonical,
  cleanBody,
  countsOf,
  fromHtml,
  fromText,
  parseBody,
  positionsOf,
  textOf,
  toHtml,
} from './index.ts'

const SENTENCE = '松江区融媒体中心2026年5月1日报道，新馆向市民开放。'

/** A body of `count` paragraphs of 100 characters in bold and plain runs. */
function long(count: number): Body {
  const text = SENTENCE.repeat(4).slice(0, 50)
  return {
    type: 'doc',
    content: Array.from({ length: count }, () => ({
      type: 'paragraph',
      content: [
        { type: 'text', text },
        { type: 'text', text, marks: [{ type: 'bold' }] },
      ],
    })),
  }
}

/** The same value behind proxies that count every read of a property: work that does not depend on the machine. */
function counted<T extends object>(target: T, tally: { reads: number }): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      tally.reads += 1
      const value: unknown = Reflect.get(object, key, receiver)
      return typeof value === 'object' && value !== null ? counted(value, tally) : value
    },
  })
}

describe('work grows with the size of the body, not faster', () => {
  it.each<[string, (body: Body) => unknown]>([
    ['parseBody', parseBody],
    ['cleanBody', cleanBody],
    ['blocksOf', blocksOf],
    ['positionsOf', positionsOf],
    ['countsOf', countsOf],
    ['canonical', canonical],
    ['toHtml', (body) => toHtml(body)],
  ])('%s', (_name, work) => {
    const reads = [500, 1_000, 5_000].map((count) => {
      const tally = { reads: 0 }
      work(counted(long(count), tally))
      return tally.reads / count
    })
    expect(reads[1]).toBeLessThan((reads[0] ?? 0) * 1.1)
    expect(reads[2]).toBeLessThan((reads[0] ?? 0) * 1.1)
    expect(reads[2]).toBeLessThan(200)
  })
})

// The time limit only ends a quadratic run; a busy machine stays far below it.
describe('500,000 characters', { timeout: 60_000 }, () => {
  const body = long(5_000)

  it('are a valid body, counted and written in full', () => {
    expect(parseBody(body).ok).toBe(true)
    expect(textOf(body).length).toBe(504_999)
    expect(toHtml(body).match(/<strong>/g)?.length).toBe(5_000)
    expect(countsOf(body).paragraphs).toBe(5_000)
  })

  it('survive as one paragraph, as lines and as HTML', () => {
    const one = '字'.repeat(500_000)
    expect(textOf(fromText(one))).toBe(one)
    expect(canonical(fromText(one)).length).toBe(500_000 + canonical(fromText('字')).length - 1)
    expect(textOf(fromHtml(toHtml(body)).body)).toBe(textOf(body))
    expect(textOf(fromHtml(`<p>${'<span>字</span>'.repeat(200_000)}`).body)).toBe('字'.repeat(200_000))
  })

  it('of hostile HTML are read to the end', () => {
    for (const piece of ['<', '&', '<!--', '<p', '</b>', '&nbsp;\n', '\u3000', '<td>', '<li>', '<a href="', ' \u200B'])
      expect(fromHtml(`${piece.repeat(500_000 / piece.length)}`).notes.map((note) => note.kind)).not.toContain(
        'tooLarge',
      )
  })
})
