import { toHtml } from '@rongmei/body'
import { bylineNames, categoryNames, sourceNames } from '@rongmei/contract'
import { formatInstant } from '@rongmei/kit'
import type { ArticleRow, FullArticle } from '../../newsroom/index.ts'
import { type Html, html, trusted } from './html.ts'
import { layout, type Site } from './layout.ts'
import { item, scaled } from './parts.ts'

/** One article: what was corrected stands visibly at the top. */
export function articlePage(site: Site, article: FullArticle, related: readonly ArticleRow[]): string {
  const main = html`<article class="story">
<p class="crumb"><a href="/">首页</a> › <a href="/c/${article.category}">${categoryNames[article.category]}</a></p>
<h1>${article.title}</h1>
${article.deck ? html`<p class="deck">${article.deck}</p>` : null}
<p class="meta"><time datetime="${article.published_at.toISOString()}">${formatInstant(article.published_at)}</time><span>${sourceLine(article)}</span>${article.reads > 0 ? html`<span>阅读 ${article.reads.toLocaleString('zh-CN')}</span>` : null}</p>
${corrections(article)}
${article.cover_url && !startsWithPicture(article) ? html`<figure><img src="${scaled(article.cover_url, 1280)}" alt="" fetchpriority="high"></figure>` : null}
<div class="body">${trusted(bodyHtml(article))}</div>
${article.byline.length > 0 ? html`<p class="byline">${bylineOf(article)}</p>` : null}
</article>
${related.length > 0 ? html`<section class="related" aria-labelledby="related"><h2 class="label" id="related">${categoryNames[article.category]}·更多</h2><ul class="list tight">${related.map((row) => item(row, site))}</ul></section>` : null}`
  return layout(site, {
    title: article.title,
    description: article.deck || article.title,
    path: `/a/${article.number}`,
    image: article.cover_url,
    type: 'article',
    current: article.category,
    slug: article.number,
    main,
  })
}

/** In the place of a withdrawn article: that it was, and that it is no longer; not what it said. */
export function withdrawnPage(site: Site, article: FullArticle): string {
  const at = article.withdrawal ? formatInstant(Date.parse(article.withdrawal.at)) : ''
  const main = html`<div class="empty"><h1>此稿件已撤下</h1><p>编号 ${article.number} 的稿件已于 ${at} 由本中心撤下，不再提供阅读。</p><p><a href="/">回到首页</a></p></div>`
  return layout(site, { title: '此稿件已撤下', path: `/a/${article.number}`, main })
}

export function bodyHtml(article: FullArticle): string {
  return toHtml(article.body, {
    picture: (attrs) =>
      attrs.src.startsWith('/files/')
        ? html`<img src="${scaled(attrs.src, 1280)}" alt="${attrs.alt || attrs.caption}"${attrs.width ? html` width="${attrs.width}"` : null}${attrs.height ? html` height="${attrs.height}"` : null} loading="lazy" decoding="async">`
            .markup
        : null,
  })
}

function corrections(article: FullArticle): Html | null {
  if (article.corrections.length === 0) return null
  return html`<aside class="correction" aria-label="更正"><h2>更正</h2>${article.corrections.map((one) => html`<p><time datetime="${one.at}">${formatInstant(Date.parse(one.at))}</time>　${one.notice}</p>`)}</aside>`
}

function startsWithPicture(article: FullArticle): boolean {
  return article.body.content.slice(0, 2).some((node) => node.type === 'picture')
}

export function sourceLine(article: FullArticle): string {
  return article.source_name ? `来源：${article.source_name}` : `来源：${sourceNames[article.source_kind]}`
}

export function bylineOf(article: FullArticle): string {
  return article.byline.map((one) => `${bylineNames[one.role]}：${one.name}`).join('　')
}
