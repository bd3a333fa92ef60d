import { type Body, EMPTY_BODY } from '@rongmei/body'
import { describe, expect, it } from 'vitest'
import { checked, externalPictures, type Facts, storedPictures, Unsavable } from './content.ts'

const facts: Facts = {
  kind: 'article',
  byline: [
    { role: 'reporter', name: '王芳' },
    { role: 'editor', name: ' ' },
  ],
  source: { kind: 'own', name: '', unitId: null },
  category: 'town',
  plannedAt: null,
  coverUrl: null,
}
const file = `/files/${'a'.repeat(64)}.jpg`
const pictures: Body = {
  type: 'doc',
  content: [
    { type: 'picture', attrs: { src: file, alt: '', caption: '' } },
    { type: 'blockquote', content: [{ type: 'picture', attrs: { src: 'https://a.cn/1.jpg', alt: '', caption: '' } }] },
  ],
}

describe('the content that is saved', () => {
  it('leaves out names not filled in yet, and what the editor adds of its own', () => {
    const json = {
      type: 'doc',
      content: [{ type: 'picture', attrs: { src: file, alt: '', caption: '', width: null, height: null } }],
    }
    const content = checked(facts, '春耕', '', json)
    expect(content.byline).toEqual([{ role: 'reporter', name: '王芳' }])
    expect(content.body.content[0]).toEqual({ type: 'picture', attrs: { src: file, alt: '', caption: '' } })
  })

  it.each([
    ['a title too long', '字'.repeat(121), '', EMPTY_BODY, '标题最多 120 字'],
    ['a deck too long', '', '字'.repeat(301), EMPTY_BODY, '副题最多 300 字'],
    [
      'a body too long',
      '',
      '',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '字'.repeat(600_001) }] }] },
      '正文太长',
    ],
    [
      'a picture on its way',
      '',
      '',
      { type: 'doc', content: [{ type: 'picture', attrs: { src: 'pending:0' } }] },
      '图片没有传完',
    ],
    ['something unknown', '', '', { type: 'doc', content: [{ type: 'iframe' }] }, '不认识的内容'],
  ])('says why it cannot save %s', (_name, title, deck, body, words) => {
    expect(() => checked(facts, title, deck, body)).toThrow(Unsavable)
    expect(() => checked(facts, title, deck, body)).toThrow(words)
  })

  it('finds pictures of other sites, and our own for the cover', () => {
    expect(externalPictures(pictures)).toEqual(['https://a.cn/1.jpg'])
    expect(storedPictures(pictures)).toEqual([file])
  })
})
