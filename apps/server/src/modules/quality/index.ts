/** The front door for neighbours and the replay: draw texts and mark them. */
export { drawSamples, getSample, listSamples, markSample } from './sample.service.ts'
