import { qualityEndpoints as endpoints } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { cancelBatch, listBatches, listBatchRows, startBatch } from './batch.service.ts'
import { qualityDashboard } from './dashboard.service.ts'
import { drawSamples, getSample, listSamples, markSample, settleSample } from './sample.service.ts'

export function qualityRoutes(http: Http): void {
  http.on(endpoints.listSamples, (ctx, { query }) => listSamples(ctx, query.month))
  http.on(endpoints.drawSamples, (ctx, { body }) => drawSamples(ctx, body.month, body.size))
  http.on(endpoints.getSample, (ctx, { params }) => getSample(ctx, params.id))
  http.on(endpoints.markSample, (ctx, { params, body }) => markSample(ctx, params.id, body))
  http.on(endpoints.settleSample, (ctx, { params, body }) => settleSample(ctx, params.id, body))
  http.on(endpoints.listBatches, (ctx) => listBatches(ctx))
  http.on(endpoints.startBatch, (ctx) => startBatch(ctx))
  http.on(endpoints.cancelBatch, (ctx, { params }) => cancelBatch(ctx, params.id))
  http.on(endpoints.listBatchRows, (ctx, { params, query }) => listBatchRows(ctx, params.id, query))
  http.on(endpoints.qualityDashboard, (ctx, { query }) => qualityDashboard(ctx, query.year))
}
