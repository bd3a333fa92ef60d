import { budgetEndpoints as endpoints } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { decideAdjustment, proposeAdjustment } from './adjustment.service.ts'
import { getBudget, listBudgets, setPlan } from './budget.service.ts'
import { exportBudgets, paymentTemplate } from './export.service.ts'
import { finishPaymentImport, startPaymentImport } from './import.service.ts'
import { addPayment, getPayment, listPayments, supersedePayment, uploadVoucher } from './payment.service.ts'

export function budgetRoutes(http: Http): void {
  http.on(endpoints.listBudgets, (ctx, { query }) => listBudgets(ctx, query))
  http.on(endpoints.getBudget, (ctx, { params }) => getBudget(ctx, params.id))
  http.on(endpoints.setPlan, (ctx, { params, body }) => setPlan(ctx, params.id, body))
  http.on(endpoints.proposeAdjustment, (ctx, { params, body }) => proposeAdjustment(ctx, params.id, body))
  http.on(endpoints.decideAdjustment, (ctx, { params, body }) => decideAdjustment(ctx, params.id, body))
  http.on(endpoints.listPayments, (ctx, { query }) => listPayments(ctx, query, query))
  http.on(endpoints.getPayment, (ctx, { params }) => getPayment(ctx, params.id))
  http.on(endpoints.addPayment, (ctx, { params, body }) => addPayment(ctx, params.id, body))
  http.on(endpoints.supersedePayment, (ctx, { params, body }) => supersedePayment(ctx, params.id, body))
  http.on(endpoints.uploadVoucher, (ctx, { upload }) => uploadVoucher(ctx, upload))
  http.on(endpoints.paymentTemplate, (ctx, { params }) => paymentTemplate(ctx, params.year))
  http.on(endpoints.startPaymentImport, (ctx, { params, upload }) => startPaymentImport(ctx, params.year, upload))
  http.on(endpoints.finishPaymentImport, (ctx, { params, body }) => finishPaymentImport(ctx, params.id, body))
  http.on(endpoints.exportBudgets, (ctx, { params }) => exportBudgets(ctx, params.year))
}
