import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CATEGORIES, STORY_KINDS } from '../newsroom/schemas.ts'
import { instant } from '../shared.ts'

export const articleRowSchema = z.object({
  slug: z.string(),
  kind: z.enum(STORY_KINDS),
  title: z.string(),
  deck: z.string(),
  category: z.enum(CATEGORIES),
  publishedAt: instant,
  coverUrl: z.string().nullable(),
  reads: z.number().int(),
})

export const readerEndpoints = {
  countReads: endpoint({
    method: 'POST',
    path: '/api/reader/reads',
    summary: 'A batch of reads from one page visit',
    access: 'public',
    body: z.object({ slugs: z.array(z.string().max(80)).min(1).max(20) }),
    reply: 'empty',
    errors: [],
  }),
  listArticles: endpoint({
    method: 'GET',
    path: '/api/reader/articles',
    summary: 'Published stories, newest first',
    access: 'public',
    query: z.object({
      category: z.enum(CATEGORIES).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({ items: z.array(articleRowSchema), next: z.string().nullable() }),
    errors: [],
  }),
  getArticle: endpoint({
    method: 'GET',
    path: '/api/reader/articles/:slug',
    summary: 'One published story',
    access: 'public',
    params: z.object({ slug: z.string().max(80) }),
    reply: articleRowSchema.extend({
      html: z.string(),
      byline: z.string(),
      source: z.string(),
      corrections: z.array(z.object({ at: instant, notice: z.string() })),
    }),
    errors: ['platform.notFound'],
  }),
}
