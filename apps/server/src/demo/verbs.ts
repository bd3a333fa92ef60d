/** Every verb the replay calls, in one place: what staff do by the console, the demo does by these. */
export { startImport, finishImport, getProject, linkIndicator, listProjects } from '../modules/appraisal/index.ts'
export { addPayment, decideAdjustment, proposeAdjustment, setPlan } from '../modules/budget/index.ts'
export { actorOf, addPerson, addUnit, changePerson, changeUnit, setupCentre } from '../modules/identity/index.ts'
export {
  correctStory,
  createStory,
  decideStoryFinding,
  drawInspections,
  getStory,
  indexStories,
  listInspections,
  proofreadStory,
  publishStory,
  recordInspection,
  returnStory,
  reviewStory,
  saveStory,
  submitStory,
  todoOf,
  withdrawStory,
} from '../modules/newsroom/index.ts'
export { addWord } from '../modules/proofreading/index.ts'
export { drawSamples, getSample, listSamples, markSample } from '../modules/quality/index.ts'
export { importDailyReads } from '../modules/reader/index.ts'
