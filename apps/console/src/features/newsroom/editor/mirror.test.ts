import { EMPTY_BODY } from '@rongmei/body'
import type { StoryContent } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { dropMirror, mirrorKey, readMirror, writeMirror } from './mirror.ts'

const content = (title: string): StoryContent => ({
  kind: 'article',
  title,
  deck: '',
  body: EMPTY_BODY,
  byline: [],
  source: { kind: 'own', name: '', unitId: null },
  category: 'headline',
  plannedAt: null,
  coverUrl: null,
})

/** A browser store that holds so many entries and then is full. */
function storeOf(room: number) {
  const items = new Map<string, string>()
  return {
    items,
    get length() {
      return items.size
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem: (key: string, value: string) => {
      if (!items.has(key) && items.size >= room) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  }
}

describe('the mirror of unsaved text', () => {
  it('gives back what was written, per person and story', () => {
    const store = storeOf(9)
    writeMirror(store, mirrorKey('a', '1'), { at: '2026-11-23T06:00:00Z', rev: 3, content: content('春耕') })
    expect(readMirror(store, mirrorKey('a', '1'))?.content.title).toBe('春耕')
    expect(readMirror(store, mirrorKey('b', '1'))).toBeNull()
    dropMirror(store, mirrorKey('a', '1'))
    expect(readMirror(store, mirrorKey('a', '1'))).toBeNull()
  })

  it('lets the oldest text go when the store is full', () => {
    const store = storeOf(2)
    writeMirror(store, mirrorKey('a', '1'), { at: '2026-11-21T06:00:00Z', rev: 1, content: content('旧') })
    writeMirror(store, mirrorKey('a', '2'), { at: '2026-11-22T06:00:00Z', rev: 1, content: content('中') })
    expect(
      writeMirror(store, mirrorKey('a', '3'), { at: '2026-11-23T06:00:00Z', rev: 1, content: content('新') }),
    ).toBe(true)
    expect([...store.items.keys()]).toEqual([mirrorKey('a', '2'), mirrorKey('a', '3')])
  })

  it('says so when the browser keeps nothing, and leaves strangers alone', () => {
    const store = storeOf(1)
    store.items.set('somebody-else', 'x')
    expect(writeMirror(store, mirrorKey('a', '1'), { at: '', rev: 0, content: content('字') })).toBe(false)
    expect(store.items.get('somebody-else')).toBe('x')
  })

  it.each(['{', '[]', '{"at":"x","rev":1}', '{"at":"x","rev":1,"content":{"title":1}}'])('ignores %s', (text) => {
    const store = storeOf(1)
    store.items.set(mirrorKey('a', '1'), text)
    expect(readMirror(store, mirrorKey('a', '1'))).toBeNull()
  })
})
