import { CATEGORIES, type Category, categoryNames } from '@rongmei/contract'
import type { ArticleRow } from '../../newsroom/index.ts'
import { type Html, html } from './html.ts'
import { layout, type Site } from './layout.ts'
import { card, item, lead } from './parts.ts'

const PER_SECTION = 4

/** Home: the newest with a picture leads, the latest beside it, short videos, then a block for each channel. */
export function homePage(site: Site, latest: readonly ArticleRow[], videos: readonly ArticleRow[]): string {
  const first =
    latest.find((row) => row.cover_url && row.category === 'headline') ??
    latest.find((row) => row.cover_url) ??
    latest[0]
  if (!first)
    return layout(site, {
      title: site.name,
      path: '/',
      current: 'home',
      main: empty('还没有发布新闻', '发布第一篇稿件后，这里就会出现。'),
    })
  const rest = latest.filter((row) => row !== first)
  const beside = rest.filter((row) => row.cover_url && row.category === 'headline').slice(0, 2)
  const top = rest.filter((row) => !beside.includes(row)).slice(0, 6)
  const sections = CATEGORIES.map((key) =>
    section(
      site,
      key,
      rest.filter((row) => row.category === key && !top.includes(row) && !beside.includes(row)).slice(0, PER_SECTION),
    ),
  )
  const main = html`<h1 class="hidden">${site.name}</h1>
<div class="front"><section aria-label="头条">${lead(first, site)}${beside.length > 0 ? html`<ul class="cards">${beside.map((row) => card(row, site))}</ul>` : null}</section>${top.length > 0 ? html`<section aria-label="最新"><h2 class="label">最新</h2><ul class="list tight">${top.map((row) => item(row, site))}</ul></section>` : null}</div>
${videos.length > 0 ? html`<section aria-labelledby="videos"><h2 class="label" id="videos"><a href="/video">短视频</a></h2><ul class="cards">${videos.slice(0, 4).map((row) => card(row, site))}</ul></section>` : null}
<div class="sections">${sections}</div>`
  return layout(site, { title: site.name, path: '/', current: 'home', image: first.cover_url, main })
}

function section(site: Site, key: Category, rows: readonly ArticleRow[]): Html | null {
  if (rows.length === 0) return null
  return html`<section aria-labelledby="s-${key}"><h2 class="label" id="s-${key}"><a href="/c/${key}">${categoryNames[key]}</a></h2><ul class="list tight">${rows.map((row) => item(row, site))}</ul></section>`
}

export type ListPage = {
  title: string
  path: string
  current?: Category | 'video'
  rows: readonly ArticleRow[]
  next: string | null
  note?: string
  /** Nothing was asked for yet: an empty list is no answer. */
  unasked?: boolean
}

/** A channel, the videos, or what a search found: newest first, older ones one link away. */
export function listPage(site: Site, page: ListPage): string {
  const older = page.next ? html`<p class="older"><a href="${page.next}" rel="next">更早的新闻</a></p>` : null
  const nothing = page.unasked ? null : emptyList
  const main = html`<h1 class="title">${page.title}</h1>${page.note ? html`<p class="note">${page.note}</p>` : null}${page.rows.length > 0 ? html`<ul class="list">${page.rows.map((row) => item(row, site))}</ul>${older}` : nothing}`
  return layout(site, { title: page.title, path: page.path, ...(page.current ? { current: page.current } : {}), main })
}

export function noticePage(site: Site, title: string, text: string): string {
  return layout(site, { title, path: '/', main: empty(title, text) })
}

const emptyList = html`<div class="empty"><h2>这里还没有内容</h2><p>换个频道或换个词看看。</p><p><a href="/">回到首页</a></p></div>`

function empty(title: string, text: string): Html {
  return html`<div class="empty"><h1>${title}</h1><p>${text}</p><p><a href="/">回到首页</a></p></div>`
}
