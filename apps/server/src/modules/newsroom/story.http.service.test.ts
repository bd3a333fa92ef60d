import { fromText } from '@rongmei/body'
import type { Story } from '@rongmei/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, callerOf } from '../../platform/http/caller.fixture.ts'
import { testWorld } from '../../testing/world.ts'
import { advance, type Cast, castOf, CLEAN, text, write } from './story.fixture.ts'

const test = await testWorld()
let cast: Cast
let reporter: Caller
beforeAll(async () => {
  cast = await castOf(test)
  reporter = await callerOf(test, '沈一鸣')
})
afterAll(() => test.close())

const p = (node: unknown) => ({ type: 'doc', content: [{ type: 'paragraph', content: [node] }] })
const marked = (type: string, attrs: object) => p({ type: 'text', text: 'a', marks: [{ type, attrs }] })
const nested = (depth: number): unknown =>
  depth === 0 ? { type: 'paragraph' } : { type: 'blockquote', content: [nested(depth - 1)] }

describe('bodies that nobody’s editor writes', () => {
  it.each([
    ['a script', p({ type: 'script', text: 'alert(1)' })],
    ['raw HTML', { type: 'doc', content: [{ type: 'html', attrs: { html: '<script>' } }] }],
    ['a javascript: link', marked('link', { href: 'javascript:alert(1)' })],
    ['one with a line end in it', marked('link', { href: 'java\nscript:alert(1)' })],
    ['a data: link', marked('link', { href: 'data:text/html,<script>alert(1)</script>' })],
    ['an unknown mark', marked('style', { css: 'x' })],
    [
      'a picture from a script',
      { type: 'doc', content: [{ type: 'picture', attrs: { src: 'javascript:x', alt: '', caption: '' } }] },
    ],
    [
      'an SVG in place',
      { type: 'doc', content: [{ type: 'picture', attrs: { src: 'data:image/svg+xml,<svg>', alt: '', caption: '' } }] },
    ],
    ['a hundred levels', { type: 'doc', content: [nested(100)] }],
    [
      'ten thousand levels',
      `{"title":"坏","body":{"type":"doc","content":[${'{"type":"blockquote","content":['.repeat(10_000)}${']}'.repeat(10_000)}]}}`,
    ],
    ['too many nodes', { type: 'doc', content: Array.from({ length: 20_001 }, () => ({ type: 'paragraph' })) }],
    ['no body', 'text'],
    ['null', null],
  ])('%s: refused in Chinese with a number, and nothing is stored', async (_, body) => {
    const raw = typeof body === 'string' && body.startsWith('{')
    const reply = raw
      ? await reporter('POST', '/api/newsroom/stories', body, { headers: { 'content-type': 'application/json' } })
      : await reporter('POST', '/api/newsroom/stories', { title: '坏', body })
    expect([400, 413]).toContain(reply.status)
    expect(reply.error.message).toMatch(/\p{Script=Han}{4}/u)
    expect(reply.error.requestId).toBe(reply.headers['x-request-id'])
    expect(await test.rows(`select id from newsroom.story where title = '坏'`)).toEqual([])
  })

  it.each([
    ['platform.invalid', { plannedAt: '0000-01-01T00:00:00+14:00' }],
    ['platform.invalid', { plannedAt: '9999-12-31T23:59:59-12:00' }],
    ['platform.invalid', { plannedAt: 'tomorrow' }],
    ['body.badPicture', { coverUrl: 'javascript:alert(1)' }],
    ['body.badPicture', { coverUrl: '//other.example/a.jpg' }],
    ['body.badPicture', { coverUrl: '@other.example/a.jpg' }],
    ['platform.invalid', { title: '题'.repeat(121) }],
    ['platform.invalid', { byline: Array.from({ length: 21 }, () => ({ role: 'reporter', name: '甲' })) }],
    ['platform.invalid', { category: 'gossip' }],
  ])('%s for %j', async (key, content) => {
    const reply = await reporter('POST', '/api/newsroom/stories', content)
    expect(reply.error.key).toBe(key)
    expect((await reporter('GET', '/api/newsroom/stories?sort=planned')).status).toBe(200)
  })

  it('half a million characters are saved and opened again', async () => {
    const body = fromText(Array.from({ length: 1_000 }, () => '松'.repeat(500)).join('\n'))
    const created = (await reporter('POST', '/api/newsroom/stories', { title: '五十万字', body })).json<Story>()
    expect(created.characters).toBe(500_000)
    const opened = (await reporter('GET', `/api/newsroom/stories/${created.id}`)).json<Story>()
    expect(opened.contentHash).toBe(created.contentHash)
    const { kind, deck, byline, source, category, plannedAt, coverUrl } = opened
    const content = { kind, title: '五十万字，改', deck, body, byline, source, category, plannedAt, coverUrl }
    const saved = await reporter('PUT', `/api/newsroom/stories/${created.id}`, { rev: opened.rev, content })
    expect([saved.status, saved.json<Story>().title]).toEqual([200, '五十万字，改'])
    const checked = await reporter('POST', `/api/newsroom/stories/${created.id}/proofreading`)
    expect(checked.status).toBe(200)
  })
})

describe('somebody else’s story', () => {
  it('gives an outsider nothing at any address, and tells not even that it is there', async () => {
    const outsider = await callerOf(test, '顾小满')
    const draft = await write(cast.reporter, text('别人的草稿'))
    const sent = await advance(cast, text('别人送审的稿'), 'submitted')
    for (const { id, rev, contentHash } of [draft, sent]) {
      const at = `/api/newsroom/stories/${id}`
      const content = {
        kind: 'article',
        title: 'x',
        deck: '',
        body: fromText('x'),
        byline: [],
        source: { kind: 'own', name: '', unitId: null },
        category: 'town',
        plannedAt: null,
        coverUrl: null,
      }
      const calls = [
        ['GET', at],
        ['PUT', at, { rev, content }],
        ['DELETE', at],
        ['POST', `${at}/restore`],
        ['POST', `${at}/lock`, { takeOver: true }],
        ['POST', `${at}/rescued`, { content }],
        ['GET', `${at}/revisions`],
        ['GET', `${at}/revisions/1`],
        ['POST', `${at}/revisions/1/restore`, { rev }],
        ['POST', `${at}/proofreading`],
        ['POST', `${at}/findings/${id}`, { verdict: 'ignored', reason: 'x' }],
        ['POST', `${at}/submission`, { rev }],
        ['DELETE', `${at}/submission`, { rev }],
        ['POST', `${at}/reviews`, { rev, contentHash }],
        ['POST', `${at}/returns`, { rev, reason: '不好' }],
        ['POST', `${at}/publication`, { rev }],
        ['POST', `${at}/corrections`, { rev, title: 'x', deck: '', body: fromText('x'), notice: '更正更正' }],
        ['POST', `${at}/withdrawal`, { rev, reason: '不好' }],
        ['GET', `${at}/timeline`],
      ] as const
      for (const [method, url, payload] of calls) {
        const reply = await outsider(method, url, payload)
        expect([method, url, reply.status, reply.error.key]).toEqual([method, url, 404, 'story.notVisible'])
      }
    }
    const nothing = await outsider('GET', '/api/newsroom/stories/00000000-0000-7000-8000-000000000000')
    expect([nothing.status, nothing.error.key]).toEqual([404, 'story.notVisible'])
    const listed = await outsider('GET', '/api/newsroom/stories?q=别人&limit=100')
    expect(listed.json<{ items: unknown[] }>().items).toEqual([])
  })

  it('when published is read by all, and changed, checked or filled with words by nobody who may not', async () => {
    const story = await advance(cast, text('大家都能读'), 'published')
    const at = `/api/newsroom/stories/${story.id}`
    for (const name of ['顾小满', '冯审计', '钱会计']) {
      const call = await callerOf(test, name)
      const { kind, title, deck, body, byline, source, category, plannedAt, coverUrl } = (
        await call('GET', at)
      ).json<Story>()
      const content = { kind, title, deck, body, byline, source, category, plannedAt, coverUrl }
      for (const reply of [
        await call('POST', `${at}/rescued`, { content }),
        await call('POST', `${at}/proofreading`),
        await call('POST', `${at}/lock`, { takeOver: true }),
        await call('POST', `${at}/withdrawal`, { rev: story.rev, reason: '恶意' }),
      ])
        expect(reply.status).toBeGreaterThanOrEqual(403)
    }
    expect(
      await test.rows(`select no from newsroom.revision where story_id = '${story.id}' and reason = 'rescued'`),
    ).toEqual([])
  })

  it('cannot be made one’s own by sending more than the form has', async () => {
    const reply = await reporter('POST', '/api/newsroom/stories', {
      title: '多送几项',
      body: fromText(CLEAN),
      state: 'published',
      author: { id: 'x', name: '别人' },
      author_id: cast.other.actor.id,
      rev: 99,
      number: '2023-9999',
      reads: 1e6,
      signOffs: [{}],
    })
    expect(reply.json<Story>()).toMatchObject({
      state: 'draft',
      rev: 0,
      reads: 0,
      author: { name: '沈一鸣' },
      signOffs: [],
    })
  })
})

describe('two at the same moment', () => {
  it('take the edit lock: one is told it is theirs', async () => {
    const rival = await test.as('另一位编辑', 'subEditor')
    const { takeLock } = await import('./lock.service.ts')
    const story = await advance(cast, text('同时编辑'), 'submitted')
    const both = await Promise.allSettled([takeLock(cast.editor, story.id, false), takeLock(rival, story.id, false)])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('decide the same finding: the second hears that it is decided', async () => {
    const { decideStoryFinding, proofreadStory } = await import('./review.service.ts')
    const draft = await write(cast.reporter, text('同时处理', '居民迫不急待。'))
    const run = await proofreadStory(cast.reporter, draft.id)
    const id = run.findings[0]?.id ?? ''
    const both = await Promise.allSettled(
      [cast.reporter, cast.editor].map((who) => decideStoryFinding(who, draft.id, id, 'ignored', '原话')),
    )
    const failed = both.filter((one) => one.status === 'rejected')
    expect(failed.map((one) => (one as PromiseRejectedResult).reason.key)).toEqual(['finding.decided'])
  })
})
