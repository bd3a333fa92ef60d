import { fromText } from '@rongmei/body'
import { CATEGORIES } from '@rongmei/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, callerOf } from '../../platform/http/caller.fixture.ts'
import { writeSetting } from '../../platform/settings.ts'
import { testWorld } from '../../testing/world.ts'
import { correctStory, withdrawStory } from '../newsroom/review.service.ts'
import { advance, type Cast, castOf, CLEAN, text, write } from '../newsroom/story.fixture.ts'
import { indexStories } from '../newsroom/story.jobs.ts'

const test = await testWorld()
let cast: Cast
let visitor: Caller
const NASTY = `"><script>alert(1)</script>'&`
beforeAll(async () => {
  cast = await castOf(test)
  visitor = await callerOf(test)
  await test.system.tx((t) => writeSetting(t, 'centreName', `某区${NASTY}`))
})
afterAll(() => test.close())

const publish = (title: string, more = {}) =>
  advance(cast, text(title, CLEAN, { category: 'town', ...more }), 'published')
const page = (url: string, headers = {}) => visitor('GET', url, undefined, { headers })

describe('an article', () => {
  it('shows every text as text, wherever somebody put markup', async () => {
    const body = {
      type: 'doc' as const,
      content: [
        { type: 'heading' as const, attrs: { level: 2 as const }, content: [{ type: 'text' as const, text: NASTY }] },
        ...fromText(NASTY).content,
        ...fromText(CLEAN).content,
      ],
    }
    const story = await publish(NASTY, {
      body,
      deck: NASTY,
      byline: [{ role: 'reporter', name: NASTY.slice(0, 40) }],
      source: { kind: 'contributed', name: NASTY, unitId: null },
    })
    const correction = { title: NASTY, deck: NASTY, body, notice: `更正${NASTY}`, errors: 1 }
    await correctStory(cast.final, story.id, story.rev, correction)
    for (const url of [`/a/${story.number}`, '/', '/c/town', `/search?q=${encodeURIComponent(NASTY)}`]) {
      const { text: html } = await page(url)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain(`="">`)
      expect(html.match(/<script/g)).toHaveLength(1)
    }
    const { text: html } = await page(`/a/${story.number}`)
    expect(html).toContain('更正')
    expect(html).toMatch(/<aside class="correction"/)
  })

  it('tells other sites what it is', async () => {
    const story = await publish('分享卡片', { deck: '一句话介绍' })
    const { text: html, headers } = await page(`/a/${story.number}`, { host: 'news.example.cn' })
    for (const [name, content] of [
      ['og:title', '分享卡片'],
      ['og:description', '一句话介绍'],
      ['og:type', 'article'],
      ['og:url', `http://news.example.cn/a/${story.number}`],
    ])
      expect(html).toContain(`<meta property="${name}" content="${content}">`)
    expect(html).toContain(`<link rel="canonical" href="http://news.example.cn/a/${story.number}">`)
    expect(html).toContain(`data-slug="${story.number}"`)
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache' })
  })

  it('is asked for again with its ETag: unchanged is 304, corrected is new, withdrawn is gone', async () => {
    const story = await publish('改了又撤')
    const url = `/a/${story.number}`
    const etag = String((await page(url)).headers.etag)
    const again = await page(url, { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
    const correction = { title: '改了又撤', deck: '', body: fromText(`${CLEAN}补。`), notice: '补了一句', errors: 1 }
    const corrected = await correctStory(cast.final, story.id, story.rev, correction)
    const fresh = await page(url, { 'if-none-match': etag })
    expect([fresh.status, fresh.headers.etag === etag]).toEqual([200, false])
    expect(fresh.text).toContain('补了一句')
    await withdrawStory(cast.final, story.id, corrected.rev, '内部原因不外传')
    const gone = await page(url, { 'if-none-match': String(fresh.headers.etag) })
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('此稿件已撤下')
    for (const word of ['改了又撤', '春季植树', '内部原因']) expect(gone.text).not.toContain(word)
    expect((await page(`/api/reader/articles/${story.number}`)).status).toBe(404)
    expect((await page('/c/town')).text).not.toContain('改了又撤')
  })

  it('that is not out is not there', async () => {
    const draft = await write(cast.reporter, text('还没发'))
    for (const slug of [draft.number, '2023-9999', '..%2f', `x'--`, '%20'])
      expect((await page(`/a/${slug}`)).status).toBe(404)
  })

  it('answers HEAD like GET, without the page', async () => {
    const story = await publish('只问一声')
    const app = await test.http()
    const reply = await app.inject({ method: 'HEAD', url: `/a/${story.number}` })
    expect([reply.statusCode, reply.body]).toEqual([200, ''])
    expect(reply.headers.etag).toBe((await page(`/a/${story.number}`)).headers.etag)
  })
})

describe('lists', () => {
  it('go back page by page to the oldest', async () => {
    for (let i = 0; i < 45; i += 1) await write(cast.reporter, text(`旧闻${i}`, CLEAN, { category: 'culture' }))
    await test.rows(
      `update newsroom.story set state = 'published', published_at = '2023-02-01T01:00:00Z' where title like '旧闻%'`,
    )
    const seen: string[] = []
    let url: string | undefined = '/c/culture'
    for (let pages = 0; url && pages < 10; pages += 1) {
      const { text: html } = await page(url)
      seen.push(...[...html.matchAll(/旧闻\d+/g)].map(([title]) => title))
      url = /class="older"><a href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45])
  })

  it.each(['?cursor=x', '?cursor=~', '?cursor=2023-02-01~x', '?cursor=a&cursor=b', '?cursor=%00'])(
    'begin anew with a cursor that is none: %s',
    async (query) => expect((await page(`/c/culture${query}`)).status).toBe(200),
  )

  it.each([
    ...CATEGORIES.map((key) => [`/c/${key}`, 200] as const),
    ['/video', 200],
    ['/c/gossip', 404],
    ['/c/', 404],
    ['/', 200],
  ] as const)('%s answers %s', async (url, status) => expect((await page(url)).status).toBe(status))
})

describe('the search page', () => {
  it('finds what is out and nothing else, and shows the question as text', async () => {
    await publish('广富林遗址公园开放')
    await write(cast.reporter, text('广富林内部消息'))
    await indexStories(test.system)
    const { text: html } = await page(`/search?q=${encodeURIComponent('广富林')}`)
    expect(html).toContain('广富林遗址公园开放')
    expect(html).not.toContain('广富林内部消息')
    expect((await page('/search')).text).toContain('在上面的框里输入要找的词')
    for (const q of [`'`, `((`, `a & !b`, `\\`, '！？', 'x'.repeat(5_000)])
      expect((await page(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200)
  })
})

describe('around the pages', () => {
  it('robots are told where not to go', async () => {
    const reply = await page('/robots.txt')
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(reply.text).toBe('User-agent: *\nDisallow: /desk\nDisallow: /api\n')
  })

  it('the demo says so on every page, a real centre on none', async () => {
    expect((await page('/')).text).not.toContain('演示数据')
    await test.system.tx((t) => writeSetting(t, 'demo', true))
    for (const url of ['/', '/c/town', '/search', '/a/none', '/video'])
      expect((await page(url)).text).toContain('演示数据')
    await test.system.tx((t) => writeSetting(t, 'demo', false))
  })

  it('a made-up host cannot break out of the page', async () => {
    const { text: html, status } = await page('/', { host: 'a.example"><script>alert(1)</script>' })
    expect(html.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(status).toBeLessThan(500)
  })
})
