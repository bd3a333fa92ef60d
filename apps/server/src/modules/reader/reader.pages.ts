import { createHash } from 'node:crypto'
import { CATEGORIES, type Category, categoryNames } from '@rongmei/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../../platform/ctx.ts'
import type { PageOptions } from '../../platform/module.ts'
import { readSettings } from '../../platform/settings.ts'
import { findArticle } from '../newsroom/index.ts'
import { sliceOf } from './article.service.ts'
import { articlePage, withdrawnPage } from './pages/article.ts'
import type { Site } from './pages/layout.ts'
import { homePage, listPage, noticePage } from './pages/lists.ts'

const PER_PAGE = 20
type Answer = { status?: number; page: string }

/** The public site: server-rendered, whole without a script, revalidated by ETag so that a withdrawal shows at once. */
export function readerPages(app: FastifyInstance, options: PageOptions): void {
  const page = (url: string, make: (ctx: Ctx, site: Site, request: FastifyRequest) => Promise<Answer>) => {
    app.get(url, async (request, reply) => {
      const ctx = options.visitor(request.id)
      const { status = 200, page: text } = await make(ctx, await siteOf(ctx, request, options), request)
      return sendPage(request, reply, status, text)
    })
  }
  const cursorOf = (request: FastifyRequest) => oneOf(request, 'cursor')
  page('/', async (ctx, site) => {
    const [latest, videos] = await Promise.all([sliceOf(ctx, { limit: 60 }), sliceOf(ctx, { kind: 'video', limit: 4 })])
    return { page: homePage(site, latest.rows, videos.rows) }
  })
  page('/c/:category', async (ctx, site, request) => {
    const { category } = request.params as { category: Category }
    if (!CATEGORIES.includes(category)) return notFound(site)
    const { rows, next } = await sliceOf(ctx, { category, cursor: cursorOf(request), limit: PER_PAGE })
    return {
      page: listPage(site, {
        title: categoryNames[category],
        path: `/c/${category}`,
        current: category,
        rows,
        next: next && `/c/${category}?cursor=${encodeURIComponent(next)}`,
      }),
    }
  })
  page('/video', async (ctx, site, request) => {
    const { rows, next } = await sliceOf(ctx, {
      kind: 'video',
      cursor: cursorOf(request),
      limit: PER_PAGE,
    })
    return {
      page: listPage(site, {
        title: '短视频',
        path: '/video',
        current: 'video',
        rows,
        next: next && `/video?cursor=${encodeURIComponent(next)}`,
      }),
    }
  })
  page('/search', async (ctx, site, request) => {
    const q = (oneOf(request, 'q') ?? '').trim().slice(0, 80).toWellFormed()
    const { rows, next } = q
      ? await sliceOf(ctx, { q, cursor: cursorOf(request), limit: PER_PAGE })
      : { rows: [], next: null }
    const more = next && `/search?q=${encodeURIComponent(q)}&cursor=${encodeURIComponent(next)}`
    return {
      page: listPage(site, {
        title: q ? `搜索：${q}` : '搜索',
        path: '/search',
        rows,
        next: more,
        unasked: q === '',
        note: q ? '按发布时间排列，最新的在前' : '在上面的框里输入要找的词',
      }),
    }
  })
  page('/a/:slug', async (ctx, site, request) => {
    const article = await findArticle(ctx, (request.params as { slug: string }).slug)
    if (!article) return notFound(site)
    if (article.state === 'withdrawn') return { status: 410, page: withdrawnPage(site, article) }
    const related = await sliceOf(ctx, { category: article.category, limit: 6 })
    return { page: articlePage(site, article, related.rows.filter((row) => row.id !== article.id).slice(0, 5)) }
  })
  app.get('/robots.txt', async (_request, reply) => {
    reply.header('content-type', 'text/plain; charset=utf-8')
    return 'User-agent: *\nDisallow: /desk\nDisallow: /api\n'
  })
}

/** A value of the query; what is given twice is taken as not given. */
function oneOf(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}

function notFound(site: Site): Answer {
  return { status: 404, page: noticePage(site, '没有找到这个页面', '地址可能有误，或内容已经移走。') }
}

async function siteOf(ctx: Ctx, request: FastifyRequest, options: PageOptions): Promise<Site> {
  const { centreName, demo } = await readSettings(ctx, ['centreName', 'demo'])
  return {
    name: typeof centreName === 'string' ? centreName : '融媒体中心',
    demo: demo === true,
    now: ctx.now(),
    base: options.publicUrl ?? `${request.protocol}://${request.host}`,
    stamp: options.stamp,
  }
}

function sendPage(request: FastifyRequest, reply: FastifyReply, status: number, text: string): FastifyReply {
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`
  reply.code(status).header('content-type', 'text/html; charset=utf-8')
  // Any cache may keep the page but must ask before showing it: a withdrawn article is gone with the next request.
  reply.header('cache-control', 'public, no-cache').header('etag', etag)
  if (status === 200 && request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  return reply.send(text)
}
