import { categoryNames, kindNames } from '@rongmei/contract'
import { formatInstant } from '@rongmei/kit'
import type { ArticleRow } from '../../newsroom/index.ts'
import { type Html, html } from './html.ts'
import { moment, type Site } from './layout.ts'

/** A smaller copy of a stored picture; other pictures as they are. */
export function scaled(url: string, width: number): string {
  return url.startsWith('/files/') ? `${url}?w=${width}` : url
}

function picture(row: ArticleRow, width: number, eager: boolean): Html | null {
  if (!row.cover_url) return null
  return html`<img src="${scaled(row.cover_url, width)}" alt="" width="16" height="9"${eager ? html` fetchpriority="high"` : html` loading="lazy"`} decoding="async">`
}

export function meta(row: ArticleRow, site: Site): Html {
  return html`<p class="meta">${row.kind === 'video' ? html`<span class="tag">${kindNames.video}</span>` : null}<span>${categoryNames[row.category]}</span><time datetime="${row.published_at.toISOString()}" title="${formatInstant(row.published_at)}">${moment(row.published_at, site.now)}</time>${row.state === 'corrected' ? html`<span class="corrected">已更正</span>` : null}</p>`
}

/** The first thing on the page: large picture, title, deck. */
export function lead(row: ArticleRow, site: Site): Html {
  return html`<article class="lead${row.cover_url ? '' : ' plain'}"><a href="/a/${row.number}">${picture(row, 1280, true)}<div><h2>${row.title}</h2>${row.deck ? html`<p class="deck">${row.deck}</p>` : null}${meta(row, site)}</div></a></article>`
}

export function item(row: ArticleRow, site: Site): Html {
  return html`<li><a class="item" href="/a/${row.number}"><div><h3>${row.title}</h3>${row.deck ? html`<p class="deck">${row.deck}</p>` : null}${meta(row, site)}</div>${picture(row, 320, false)}</a></li>`
}

export function card(row: ArticleRow, site: Site): Html {
  return html`<li><a class="card" href="/a/${row.number}">${picture(row, 640, false)}<h3>${row.title}</h3>${meta(row, site)}</a></li>`
}
