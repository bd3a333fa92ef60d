import { readerEndpoints as endpoints } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { articleView, rowView, sliceOf } from './article.service.ts'
import { countReads } from './reads.service.ts'

export function readerRoutes(http: Http): void {
  http.on(endpoints.countReads, (ctx, { body, exchange }) => countReads(ctx, body.slugs, exchange))
  http.on(endpoints.listArticles, async (ctx, { query }) => {
    const { rows, next } = await sliceOf(ctx, query)
    return { items: rows.map(rowView), next }
  })
  http.on(endpoints.getArticle, (ctx, { params }) => articleView(ctx, params.slug))
}
