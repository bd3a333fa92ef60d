import { appraisalEndpoints as endpoints } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { indicatorHistory, listMeasures, previewHistory, previewMeasure } from './computation.service.ts'
import { cycleRoutes } from './cycle.routes.ts'
import { draftIndicatorDeviation, signDeviation } from './deviation.service.ts'
import { exportProject, exportYear } from './export.service.ts'
import { finishImport, mapImport, startImport } from './import.service.ts'
import {
  computeIndicator,
  fillIndicator,
  getIndicator,
  indicatorFacts,
  linkIndicator,
  uploadEvidence,
} from './indicator.service.ts'
import { getProject, listProjects } from './project.service.ts'
import { lastRecompute, startRecompute } from './recompute.service.ts'
import { saveRubric } from './rubric.service.ts'
import { calibrateIndicator, whatIfProject } from './whatif.service.ts'

export function appraisalRoutes(http: Http): void {
  cycleRoutes(http)
  http.on(endpoints.listProjects, (ctx, { query }) => listProjects(ctx, query.year))
  http.on(endpoints.getProject, (ctx, { params }) => getProject(ctx, params.id))
  http.on(endpoints.exportProject, (ctx, { params, query }) => exportProject(ctx, params.id, query))
  http.on(endpoints.exportYear, (ctx, { params, query }) => exportYear(ctx, params.year, query))
  http.on(endpoints.startImport, (ctx, { upload }) => startImport(ctx, upload))
  http.on(endpoints.mapImport, (ctx, { params, body }) => mapImport(ctx, params.id, body))
  http.on(endpoints.finishImport, (ctx, { params, body }) => finishImport(ctx, params.id, body))
  http.on(endpoints.getIndicator, (ctx, { params }) => getIndicator(ctx, params.id))
  http.on(endpoints.indicatorFacts, (ctx, { params, query }) => indicatorFacts(ctx, params.id, query))
  http.on(endpoints.indicatorHistory, (ctx, { params }) => indicatorHistory(ctx, params.id))
  http.on(endpoints.computeIndicator, (ctx, { params }) => computeIndicator(ctx, params.id))
  http.on(endpoints.linkIndicator, (ctx, { params, body }) => linkIndicator(ctx, params.id, body))
  http.on(endpoints.fillIndicator, (ctx, { params, body }) => fillIndicator(ctx, params.id, body))
  http.on(endpoints.uploadEvidence, (ctx, { upload }) => uploadEvidence(ctx, upload))
  http.on(endpoints.listMeasures, async (ctx) => listMeasures(ctx))
  http.on(endpoints.previewHistory, (ctx, { body }) => previewHistory(ctx, body))
  http.on(endpoints.draftDeviation, (ctx, { params, body }) => draftIndicatorDeviation(ctx, params.id, body.cause))
  http.on(endpoints.signDeviation, (ctx, { params, body }) => signDeviation(ctx, params.id, body))
  http.on(endpoints.whatIf, (ctx, { params }) => whatIfProject(ctx, params.id))
  http.on(endpoints.calibrateIndicator, (ctx, { params }) => calibrateIndicator(ctx, params.id))
  http.on(endpoints.saveRubric, (ctx, { params, body }) => saveRubric(ctx, params.id, body))
  http.on(endpoints.startRecompute, (ctx, { params }) => startRecompute(ctx, params.id))
  http.on(endpoints.lastRecompute, (ctx, { params }) => lastRecompute(ctx, params.id))
  http.on(endpoints.previewMeasure, (ctx, { body }) => previewMeasure(ctx, body))
}
