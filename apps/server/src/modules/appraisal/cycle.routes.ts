import { appraisalEndpoints as endpoints } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { listDue } from './cycle.due.ts'
import { getCycle, moveProject } from './cycle.service.ts'
import { assessProject, declareProject, getTarget, saveTarget } from './target.service.ts'
import { compareForms, listVersions } from './version.service.ts'

/** The year's loop: targets, signatures, versions. */
export function cycleRoutes(http: Http): void {
  http.on(endpoints.declareProject, (ctx, { body }) => declareProject(ctx, body))
  http.on(endpoints.getCycle, (ctx, { params }) => getCycle(ctx, params.id))
  http.on(endpoints.moveProject, (ctx, { params, body }) => moveProject(ctx, params.id, body))
  http.on(endpoints.getTarget, (ctx, { params }) => getTarget(ctx, params.id))
  http.on(endpoints.saveTarget, (ctx, { params, body }) => saveTarget(ctx, params.id, body))
  http.on(endpoints.assessProject, (ctx, { params, body }) => assessProject(ctx, params.id, body))
  http.on(endpoints.listDue, (ctx) => listDue(ctx))
  http.on(endpoints.listVersions, (ctx, { params }) => listVersions(ctx, params.id))
  http.on(endpoints.compareForms, (ctx, { query }) => compareForms(ctx, query.before, query.after))
}
