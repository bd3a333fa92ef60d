import type { Category } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import { queryWords } from '../../platform/search.ts'
import { type ArticleRow, findArticle, findArticles } from '../newsroom/index.ts'
import { bodyHtml, bylineOf, sourceLine } from './pages/article.ts'

export type Slice = { rows: ArticleRow[]; next: string | null }

/** A slice of the published stories; `cursor` is where the slice before ended. */
export async function sliceOf(
  ctx: Ctx,
  wanted: { category?: Category | undefined; kind?: 'video'; q?: string; cursor?: string | undefined; limit: number },
): Promise<Slice> {
  const words = wanted.q === undefined ? undefined : queryWords(wanted.q)
  if (words === '') return { rows: [], next: null }
  const [at = '', id = ''] = (wanted.cursor ?? '').split('~')
  const valid = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id)
  const rows = await findArticles(ctx, {
    ...(wanted.category ? { category: wanted.category } : {}),
    ...(wanted.kind ? { kind: wanted.kind } : {}),
    ...(words ? { words } : {}),
    ...(valid ? { after: { at: new Date(at), id } } : {}),
    limit: wanted.limit + 1,
  })
  const shown = rows.slice(0, wanted.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > wanted.limit && last ? `${last.published_at.toISOString()}~${last.id}` : null,
  }
}

export function rowView(row: ArticleRow) {
  return {
    slug: row.number,
    kind: row.kind,
    title: row.title,
    deck: row.deck,
    category: row.category,
    publishedAt: row.published_at.toISOString(),
    coverUrl: row.cover_url,
    reads: row.reads,
  }
}

/** One article for programs. A withdrawn one is not to be had. @throws Refused platform.notFound */
export async function articleView(ctx: Ctx, slug: string) {
  const article = await findArticle(ctx, slug)
  if (!article || article.state === 'withdrawn') refuse('platform.notFound')
  const corrections = article.corrections.map((one) => ({ at: new Date(one.at).toISOString(), notice: one.notice }))
  return {
    ...rowView(article),
    html: bodyHtml(article),
    byline: bylineOf(article),
    source: sourceLine(article),
    corrections,
  }
}
