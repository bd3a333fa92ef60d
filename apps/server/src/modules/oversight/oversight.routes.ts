import { oversightEndpoints as endpoints } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { actRectification, addRectification, listRectifications } from './rectification.service.ts'

export function oversightRoutes(http: Http): void {
  http.on(endpoints.listRectifications, (ctx, { query }) => listRectifications(ctx, query))
  http.on(endpoints.addRectification, (ctx, { body }) => addRectification(ctx, body))
  http.on(endpoints.actRectification, (ctx, { params, body }) => actRectification(ctx, params.id, body))
}
