import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blocksOf,
  EMPTY_BODY,
  fromHtml,
  LIMITS,
  parseBody,
  type Pasted,
  placePictures,
  textOf,
  toHtml,
} from '../index.ts'
import { WECHAT, WEB, WORD } from './samples.ts'

const notesOf = ({ notes }: Pasted) => Object.fromEntries(notes.map(({ kind, count }) => [kind, count]))
const shown = (pasted: Pasted) =>
  toHtml(pasted.body, { picture: ({ src, alt, width, height }) => `<img ${src}|${alt}|${width}x${height}>` })
    .replace(/<div class="table-scroll"[^>]*>(.*?)<\/div>/g, '$1')
    .replaceAll(' rel="noopener nofollow"', '')
const html = (source: string) => shown(fromHtml(source))

describe('fromHtml on real shapes', () => {
  it('reads Word: lists from paragraphs, wrapped source lines, comments and local pictures gone', () => {
    const pasted = fromHtml(WORD)
    expect(shown(pasted)).toBe(
      '<h2>区图书馆新馆开放</h2><p>本报讯（记者王小明）5月1日起，<strong>新馆</strong>向市民开放，馆藏图书达到三十万册。</p>' +
        '<ol><li><p>借阅免费；</p><ul><li>凭身份证；</li></ul></li><li>夜间开放。</li></ol><p>（一）文号照旧</p>' +
        '<table><tbody><tr><td colspan="2">开放时间</td></tr><tr><td rowspan="2">周一</td><td>闭馆</td></tr><tr><td>整理<br>图书</td></tr></tbody></table>' +
        '<h3>小标题</h3><p><s>删去</s>H<sub>2</sub>O</p>',
    )
    expect(notesOf(pasted)).toEqual({ comment: 2, lostPicture: 1 })
  })

  it('reads WeChat: sections, lazy pictures, cards, drawings', () => {
    const pasted = fromHtml(WECHAT)
    expect(shown(pasted)).toBe(
      '<p><strong>01</strong></p><p><strong>春季招聘会</strong></p><p>4月8日，招聘会在体育馆举行，<strong>提供岗位2000个</strong>。</p>' +
        '<figure><img https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg||1080x810></figure><p>扫码报名</p>' +
        '<ul><li>携带身份证</li><li>提前预约</li></ul><p>点<a href="https://mp.weixin.qq.com/s/x?a=1&amp;b=2">这里</a>查看[微笑]</p>' +
        '<p>【公众号】云上发布 身边事</p><p><a href="https://example.cn/mini">【小程序】便民服务 一键预约</a></p>',
    )
    expect(notesOf(pasted)).toEqual({ embed: 1, drawing: 1, hidden: 1, card: 2, externalPicture: 1 })
  })

  it('reads a web page: relative addresses, captions, nested tables, embedded pictures', () => {
    const pasted = fromHtml(WEB, { base: 'https://news.example.cn/2026/a.html' })
    const placed = placePictures(pasted.body, ['https://x.cn/up.png'])
    expect(shown({ ...pasted, body: placed })).toBe(
      '<h2>社区运动会</h2><p>昨天，<em>三百</em>多名居民参加。</p><p>比赛分六项。</p>' +
        '<figure><img https://news.example.cn/img/a.jpg|跑步|640x480><figcaption>居民在 跑步</figcaption></figure><h3>成绩</h3><p>名次表</p>' +
        '<table><thead><tr><th scope="col">队</th><th scope="col">分</th></tr></thead><tbody><tr><td>东</td><td><p>9</p><p>细目</p></td></tr></tbody></table>' +
        '<blockquote><p>重在参与。</p><p>居民</p></blockquote><p>时间</p><p>上午</p><hr><p>第一行<br>第二行</p>' +
        '<ol start="4"><li><p>四</p><ol><li>四甲</li></ol></li><li>五</li></ol><p>点我 <a href="https://news.example.cn/next">下一页</a>顶部</p>' +
        '<figure><img https://x.cn/up.png||undefinedxundefined></figure>',
    )
    expect(pasted.pictures).toEqual([{ dataUrl: expect.stringMatching(/^data:image\/png;base64,iVBOR/) }])
    expect(parseBody(pasted.body)).toEqual({ ok: false, why: 'body.pictureNotUploaded' })
    expect(parseBody(placed).ok).toBe(true)
    expect(notesOf(pasted)).toEqual({
      script: 1,
      embed: 1,
      nestedTable: 1,
      externalPicture: 1,
      embeddedPicture: 1,
      blankPicture: 1,
      droppedLink: 1,
    })
  })
})

describe('fromHtml', () => {
  it.each([
    ['plain text', '甲 &lt;乙&gt;', '<p>甲 &lt;乙&gt;</p>'],
    ['indents', '<p>&emsp;&emsp;甲</p><p>\u3000\u3000<b>\u3000乙</b></p>', '<p>甲</p><p><strong>乙</strong></p>'],
    ['spaces across elements', '<p>a <b> b</b> <i>c</i></p>', '<p>a <strong>b</strong> <em>c</em></p>'],
    ['a line end between Latin words', '<p>one\ntwo</p>', '<p>one two</p>'],
    ['a full-width space inside', '<p>张\u3000三</p>', '<p>张\u3000三</p>'],
    [
      'Google Docs',
      '<b style="font-weight:normal"><p><span style="font-weight:700;font-style:italic">甲</span>乙</p></b>',
      '<p><em><strong>甲</strong></em>乙</p>'.replace('<em><strong>甲</strong></em>', '<strong><em>甲</em></strong>'),
    ],
    [
      'a block in an inline element',
      '<b>甲<div>乙</div>丙</b>',
      '<p><strong>甲</strong></p><p><strong>乙</strong></p><p><strong>丙</strong></p>',
    ],
    ['bold headings', '<h3><b>甲</b><div>乙</div></h3>', '<h3>甲</h3><h3>乙</h3>'],
    [
      'a list in a list',
      '<ul><li>甲</li><ul><li>乙</li></ul>散</ul>',
      '<ul><li><p>甲</p><ul><li>乙</li></ul></li><li>散</li></ul>',
    ],
    [
      'a picture in an item',
      '<ul><li><img src=https://a.cn/p></li></ul>',
      '<ul><li><figure><img https://a.cn/p||undefinedxundefined></figure></li></ul>',
    ],
    [
      'uneven tables',
      '<table><tr><td>甲<td>乙<tr><td colspan=0>丙</table>',
      '<table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td></td></tr></tbody></table>',
    ],
    [
      'text in a table outside its cells',
      '<table>散<tr>乱<td>甲</td></tr></table>',
      '<p>散乱</p><table><tbody><tr><td>甲</td></tr></tbody></table>',
    ],
    [
      'a frame of one cell',
      '<table><tr><td>外<table><tr><td>甲<td>乙</table></td></tr></table>',
      '<p>外</p><table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>',
    ],
    [
      'a link whose address has spaces',
      '<a href=" https://a.cn/a b\n">甲</a>',
      '<p><a href="https://a.cn/a%20b">甲</a></p>',
    ],
    ['hidden text', '<p hidden>甲</p><p style="display:none">乙</p><p style="mso-hide:all">丙</p>丁', '<p>丁</p>'],
    ['nothing', ' \n<div></div>&nbsp;', ''],
    ['broken markup', '</p><<b>甲</i><td>乙&#0;', '<p>&lt;<strong>甲</strong></p><p><strong>乙\uFFFD</strong></p>'],
  ])('reads %s', (_name, source, expected) => {
    expect(html(source)).toBe(expected)
  })

  it('refuses HTML that is too large, embedded pictures not counted', () => {
    const picture = `<img src="data:image/png;base64,${'A'.repeat(LIMITS.html)}">`
    expect(fromHtml('甲'.repeat(LIMITS.html + 1))).toEqual({
      body: EMPTY_BODY,
      notes: [{ kind: 'tooLarge', count: 1 }],
      pictures: [],
    })
    expect(notesOf(fromHtml(`甲${picture}`))).toEqual({ embeddedPicture: 1 })
  })

  it.each(['b', 'div', 'blockquote', 'ul><li', 'table><tr><td', 'section'])(
    'keeps the text below any number of <%s>',
    (tag) => {
      for (const times of [40, 150, 100_000]) {
        const { body } = fromHtml(`${`<${tag}>`.repeat(times)}底`)
        expect(textOf(body)).toBe('底')
        expect(parseBody(body).ok).toBe(true)
      }
    },
  )

  it('keeps a picture that failed to upload as its caption', () => {
    const { body } = fromHtml(
      `<figure><img src="data:image/png;base64,${'A'.repeat(300)}"><figcaption>注</figcaption></figure>`,
    )
    expect(blocksOf(placePictures(body, [null]))).toEqual([{ kind: 'paragraph', text: '注', path: [0] }])
  })
})

describe('fromHtml loses no text', () => {
  const word = fc.constantFrom('松江', '融媒体', 'abc', '2026年', '，', '“引”', '&amp;', '&lt;', '😀', '1.')
  const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const tag = fc.constantFrom(
    ...'p div section span b i u s sup sub em strong a h1 h3 h6 ul ol li table tbody tr td th blockquote pre figure figcaption font center dl dt dd o:p mp-x form article svg text'.split(
      ' ',
    ),
  )
  const attributes = fc.constantFrom(
    '',
    '',
    ' style="font-weight:bold"',
    ' style="display:inline-block"',
    ' style="mso-list:l0 level2 lfo1"',
    ' href="https://a.cn"',
    ' colspan=2 rowspan=3',
    ' class="x"',
  )
  const gap = fc.constantFrom(
    '',
    ' ',
    '\n',
    '&nbsp;',
    '<br>',
    '<img src="https://a.cn/p.png">',
    '<!-- 注 -->',
    '<![if !vml]>',
    '</p>',
    '</div>',
    '</td>',
  )
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 7, depthSize: 'medium' },
      fc.tuple(gap, text).map((pair) => pair.join('')),
      fc
        .tuple(tag, attributes, fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
        .map(([name, attrs, inner, close]) => `<${name}${attrs}>${inner.join('')}${close ? `</${name}>` : ''}`),
    ),
  })).node
  const words = (source: string) =>
    source
      .replace(/<!--.*?-->|<[^>]*>/gs, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&')
      .split(/\s+/)
      .filter((one) => one !== '')
      .sort()

  it('of any markup, however badly nested; the result is a valid body', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (nodes) => {
        const source = nodes.join(' ')
        const { body } = fromHtml(source)
        expect(parseBody(body)).toMatchObject({ ok: true })
        const found = textOf(body).replace(/\s+/g, '')
        for (const one of words(source)) expect(found).toContain(one)
        expect(found.length).toBe(words(source).join('').length)
      }),
      { numRuns: 500 },
    )
  })

  it('and never throws on garbage', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        (garbage) => parseBody(fromHtml(`<p ${garbage}><![${garbage}`).body).ok,
      ),
    )
  })
})
