/** The front door for neighbours and the replay: bring forms in, link indicators, read what they say. */
export { finishImport, startImport } from './import.service.ts'
export { computeIndicator, linkIndicator, type NewLink } from './indicator.service.ts'
export { getProject, listProjects } from './project.service.ts'
