/** Every verb the replay calls, in one place: what staff do by the console, the demo does by these. */
export { startImport, finishImport, getProject, linkIndicator, listProjects } from '../modules/appraisal/index.ts'
export { actorOf, addPerson, addUnit, changePerson, changeUnit, setupCentre } from '../modules/identity/index.ts'
export { todoOf } from '../modules/newsroom/list.service.ts'
export { drawInspections, listInspections, recordInspection } from '../modules/newsroom/inspection.service.ts'
export {
  correctStory,
  decideStoryFinding,
  proofreadStory,
  publishStory,
  returnStory,
  reviewStory,
  submitStory,
  withdrawStory,
} from '../modules/newsroom/review.service.ts'
export { indexStories } from '../modules/newsroom/story.jobs.ts'
export { createStory, saveStory } from '../modules/newsroom/story.service.ts'
export { addWord } from '../modules/proofreading/index.ts'
export { importDailyReads } from '../modules/reader/index.ts'
