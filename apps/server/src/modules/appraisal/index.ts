/** The front door for neighbours and the replay: bring forms in, link indicators, read what they say. */
export {
  findProjectState,
  getCycle,
  listProjectsOfYear,
  type Move,
  moveProject,
  type ProjectStanding,
} from './cycle.service.ts'
export { ProjectDeclared, ProjectMoved } from './appraisal.events.ts'
export { finishImport, startImport } from './import.service.ts'
export { computeIndicator, linkIndicator, type NewLink } from './indicator.service.ts'
export { getProject, listProjects } from './project.service.ts'
export { assessProject, declareProject, getTarget, type NewProject, saveTarget } from './target.service.ts'
