import { describe, expect, it } from 'vitest'
import { countsOf, EMPTY_BODY, fromText, parseBody, textOf } from './index.ts'
import { doc, p } from './testing/build.ts'

const INDENT = '\u3000\u3000'

describe('fromText', () => {
  it.each([
    ['nothing', '', ''],
    ['blank lines', '\n \r\n\t\n', ''],
    ['every line end', '甲\r\n乙\n丙\r丁\u2029戊', '甲\n乙\n丙\n丁\n戊'],
    ['indents and trailing space', `${INDENT}甲 \n\u00A0\u00A0乙`, '甲\n乙'],
    ['line breaks inside a paragraph', '甲\v乙\u2028丙', '甲\u2028乙\u2028丙'],
    ['characters no store takes', 'a\0\uFEFF\uD800b', 'a\uFFFDb'],
    ['a space between names', '张\u3000三', '张\u3000三'],
  ])('reads %s', (_name, text, expected) => {
    const body = fromText(text)
    expect(textOf(body)).toBe(expected)
    expect(parseBody(body).ok).toBe(true)
  })

  it('makes the empty body of no text', () => {
    expect(fromText('')).toEqual(EMPTY_BODY)
  })
})

describe('countsOf', () => {
  it.each([
    ['', 0, 0, 0],
    ['松江2023年GDP增长5%。', 8, 15, 1],
    ['甲、乙，丙！', 3, 6, 1],
    ['Hello world 2026', 3, 14, 1],
    ['一\n二\n三', 3, 3, 3],
    ['𠮷😀', 1, 2, 1],
    ['5.5%', 2, 4, 1],
  ])('counts %j', (text, characters, withPunctuation, paragraphs) => {
    expect(countsOf(fromText(text))).toEqual({ characters, withPunctuation, pictures: 0, paragraphs })
  })

  it('counts captions and cells as text, headings not as paragraphs, pictures anywhere', () => {
    const picture = { type: 'picture' as const, attrs: { src: 'https://a.cn/p', alt: '不计', caption: '图注' } }
    const body = doc(
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '标题' }] },
      picture,
      { type: 'blockquote', content: [p('引'), picture] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [p('格')] }] },
        ],
      },
    )
    expect(countsOf(body)).toEqual({ characters: 8, withPunctuation: 8, pictures: 2, paragraphs: 1 })
  })
})
