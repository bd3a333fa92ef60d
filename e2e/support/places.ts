import type { behindTheScenes } from './staff.ts'

/** Every address of the console and of the reader site, with things that are there. */
export async function placesOf(api: Awaited<ReturnType<typeof behindTheScenes>>): Promise<{
  desk: string[]
  reader: string[]
}> {
  const story = (await api.newsroom.listStories({ query: { view: 'all', sort: 'updated', limit: 1 } })).items[0]
  const article = (await api.reader.listArticles({ query: { limit: 1 } })).items[0]
  const project = (await api.appraisal.listProjects({ query: {} })).items[0]
  const form = project && (await api.appraisal.getProject({ params: { id: project.id } }))
  const one = form?.rows.find((row) => row.link) ?? form?.rows[0]
  return {
    desk: [
      '/',
      '/stories',
      '/stories/new',
      ...(story ? ['', '/review', '/sheet', '/revisions'].map((page) => `/stories/${story.id}${page}`) : []),
      '/inspections',
      '/quality',
      '/quality/samples',
      '/quality/batches',
      '/check',
      '/words',
      '/words?kind=person',
      '/words?kind=phrase',
      '/rules',
      '/projects',
      '/projects/import',
      ...(project ? [`/projects/${project.id}`, `/projects/${project.id}?values=computed`] : []),
      ...(one ? [`/indicators/${one.id}`] : []),
      '/measures',
      '/budget',
      '/budget/payments',
      '/budget/import',
      ...(project ? [`/budget/${project.id}`] : []),
      '/people',
      '/units',
      '/roles',
      '/audit',
      '/account',
      '/nowhere',
    ],
    reader: [
      '/',
      '/c/headline',
      '/c/notice',
      '/video',
      '/search',
      '/search?q=%E6%9D%BE%E6%B1%9F',
      ...(article ? [`/a/${article.slug}`] : []),
      '/a/nothing',
    ],
  }
}
