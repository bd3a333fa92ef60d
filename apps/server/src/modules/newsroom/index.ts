/** The front door for neighbours: what the reader site shows, counted reads, and the verbs of a newsroom's day. */
export { type ArticleRow, type FullArticle, articleIds, findArticle, findArticles } from './article.store.ts'
export { drawInspections, listInspections, recordInspection } from './inspection.service.ts'
export { todoOf } from './list.service.ts'
export { findTitles as storyTitles } from './measures.store.ts'
export {
  correctStory,
  decideStoryFinding,
  proofreadStory,
  publishStory,
  returnStory,
  reviewStory,
  submitStory,
  withdrawStory,
} from './review.service.ts'
export { indexStories } from './story.jobs.ts'
export { createStory, getStory, saveStory } from './story.service.ts'
export { addToReads } from './story.store.ts'
export {
  countCurrentTexts,
  findCurrentTexts,
  findFirstTexts,
  findWritten,
  type Text,
  type Written,
} from './texts.store.ts'
