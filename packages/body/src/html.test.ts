import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Body, escapeHtml, fromText, toHtml } from './index.ts'
import { someBody } from './testing/arbitrary.ts'
import { doc, p, t } from './testing/build.ts'

const STORED = `/files/${'0'.repeat(64)}.jpg`
const picture = (attrs: object): Block => ({ type: 'picture', attrs: { src: STORED, alt: '', caption: '', ...attrs } })
const cell = (type: 'tableCell' | 'tableHeader', text: string, attrs = { colspan: 1, rowspan: 1 }) => ({
  type,
  attrs,
  content: [p(text)],
})

describe('toHtml', () => {
  it.each<[string, Body, string]>([
    ['escapes text', doc(p('</script><b>&"\'')), '<p>&lt;/script&gt;&lt;b&gt;&amp;&quot;&#39;</p>'],
    ['drops empty paragraphs', doc(p(), p('甲')), '<p>甲</p>'],
    [
      'keeps one link in one element',
      doc(
        p(
          t('甲', { type: 'link', attrs: { href: 'https://a.cn/?x=1&y="' } }),
          t('乙', { type: 'bold' }, { type: 'link', attrs: { href: 'https://a.cn/?x=1&y="' } }),
        ),
      ),
      '<p><a href="https://a.cn/?x=1&amp;y=&quot;" rel="noopener nofollow">甲<strong>乙</strong></a></p>',
    ],
    [
      'nests marks and breaks',
      doc(p(t('甲', { type: 'italic' }), { type: 'hardBreak' }, t('乙', { type: 'superscript' }))),
      '<p><em>甲<br></em><sup>乙</sup></p>',
    ],
    [
      'writes headings',
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [t('甲')] },
        { type: 'heading', attrs: { level: 3 }, content: [t('乙')] },
      ),
      '<h2>甲</h2><h3>乙</h3>',
    ],
    [
      'writes lists',
      doc({
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          {
            type: 'listItem',
            content: [p('甲'), { type: 'bulletList', content: [{ type: 'listItem', content: [p('乙')] }] }],
          },
        ],
      }),
      '<ol start="3"><li><p>甲</p><ul><li>乙</li></ul></li></ol>',
    ],
    [
      'writes quotations and rules',
      doc({ type: 'blockquote', content: [p('甲')] }, { type: 'horizontalRule' }),
      '<blockquote><p>甲</p></blockquote><hr>',
    ],
    [
      'writes stored pictures',
      doc(picture({ alt: '"', caption: '<注>', width: 4, height: 3 })),
      `<figure><img src="${STORED}" alt="&quot;" width="4" height="3" loading="lazy" decoding="async"><figcaption>&lt;注&gt;</figcaption></figure>`,
    ],
    ['leaves external pictures out', doc(picture({ src: 'https://a.cn/p.png' })), ''],
    [
      'writes tables',
      doc({
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', '甲')] },
          { type: 'tableRow', content: [cell('tableCell', '乙', { colspan: 2, rowspan: 1 })] },
        ],
      }),
      '<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td colspan="2">乙</td></tr></tbody></table></div>',
    ],
    [
      'keeps a header that reaches down out of the head',
      doc({
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', '甲', { colspan: 1, rowspan: 2 })] },
          { type: 'tableRow' },
        ],
      }),
      '<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table><tbody><tr><th scope="row" rowspan="2">甲</th></tr><tr></tr></tbody></table></div>',
    ],
  ])('%s', (_name, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  it('asks the caller for the markup of pictures, or their absence', () => {
    const body = doc(picture({ src: 'https://a.cn/p.png', caption: '注' }), picture({}))
    const html = toHtml(body, {
      picture: (attrs) => (attrs.src === STORED ? null : `<img src="${escapeHtml(attrs.src)}">`),
    })
    expect(html).toBe('<figure><img src="https://a.cn/p.png"><figcaption>注</figcaption></figure>')
  })
})

describe('toHtml of hostile bodies that skipped the schema', () => {
  it.each<[string, unknown, string]>([
    ['a script link loses the link', p(t('点', { type: 'link', attrs: { href: 'javascript:alert(1)' } })), '<p>点</p>'],
    [
      'a link with a line feed in its scheme',
      p(t('点', { type: 'link', attrs: { href: 'java\nscript:alert(1)' } })),
      '<p>点</p>',
    ],
    [
      'quotes in a link stay inside the attribute',
      p(t('点', { type: 'link', attrs: { href: 'https://a.cn/"onmouseover="x' } })),
      '<p><a href="https://a.cn/&quot;onmouseover=&quot;x" rel="noopener nofollow">点</a></p>',
    ],
    ['a script as picture', picture({ src: 'javascript:alert(1)' }), ''],
    ['an SVG as picture', picture({ src: 'data:image/svg+xml,<svg onload=alert(1)>' }), ''],
    [
      'a size with a handler',
      picture({ width: '1" onload="x' }),
      `<figure><img src="${STORED}" alt="" loading="lazy" decoding="async"></figure>`,
    ],
    [
      'a span with a handler',
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableCell', '甲', { colspan: '2" onclick="x' as never, rowspan: 1 })] },
        ],
      },
      '<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table><tbody><tr><td>甲</td></tr></tbody></table></div>',
    ],
    [
      'a heading of a made-up level',
      { type: 'heading', attrs: { level: '2><script>' }, content: [t('甲')] },
      '<h2>甲</h2>',
    ],
    ['a script element', { type: 'script', content: [t('alert(1)')] }, ''],
  ])('%s', (_name, block, html) => {
    expect(toHtml(doc(block as Block))).toBe(html)
  })
})

it('writes only the tags and attributes of its list, balanced', () => {
  const TAG = /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g
  const VOID = new Set(['br', 'hr', 'img'])
  fc.assert(
    fc.property(someBody, (body) => {
      const html = toHtml(body)
      const open: string[] = []
      for (const [, close, name = ''] of html.matchAll(TAG)) {
        if (close) expect(open.pop()).toBe(name)
        else if (!VOID.has(name)) open.push(name)
      }
      expect(open).toEqual([])
      expect(html.replace(TAG, '')).not.toMatch(/[<>"']/)
    }),
  )
})

it('escapes plain text as a whole', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => !/[<>"']|script>/.test(toHtml(fromText(text)).replace(/<\/?p>|<br>/g, '')),
    ),
  )
})
