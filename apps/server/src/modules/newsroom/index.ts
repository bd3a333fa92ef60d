/** The front door for neighbours: what the reader site shows, and counted reads. */
export { type ArticleRow, type FullArticle, articleIds, findArticle, findArticles } from './article.store.ts'
export { addToReads } from './story.store.ts'
export { StoryCorrected, StoryPublished, StoryWithdrawn } from './story.events.ts'
export { contentHash, EMPTY_CONTENT } from './domain/content.ts'
export { findTitles as storyTitles } from './measures.store.ts'
