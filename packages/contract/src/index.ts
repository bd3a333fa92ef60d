import { appraisalEndpoints } from './appraisal/endpoints.ts'
import { budgetEndpoints } from './budget/endpoints.ts'
import { identityEndpoints } from './identity/endpoints.ts'
import { newsroomEndpoints } from './newsroom/endpoints.ts'
import { oversightEndpoints } from './oversight/endpoints.ts'
import { platformEndpoints } from './platform/endpoints.ts'
import { proofreadingEndpoints } from './proofreading/endpoints.ts'
import { qualityEndpoints } from './quality/endpoints.ts'
import { readerEndpoints } from './reader/endpoints.ts'

/** All that the server promises, by module. The router, the client and OpenAPI are made from this one tree. */
export const endpoints = {
  platform: platformEndpoints,
  identity: identityEndpoints,
  newsroom: newsroomEndpoints,
  proofreading: proofreadingEndpoints,
  quality: qualityEndpoints,
  reader: readerEndpoints,
  appraisal: appraisalEndpoints,
  oversight: oversightEndpoints,
  budget: budgetEndpoints,
}

export {
  appraisalEndpoints,
  budgetEndpoints,
  identityEndpoints,
  newsroomEndpoints,
  oversightEndpoints,
  platformEndpoints,
  proofreadingEndpoints,
  qualityEndpoints,
  readerEndpoints,
}
export * from './appraisal/schemas.ts'
export { type PaymentFilter, paymentFilterSchema } from './budget/endpoints.ts'
export * from './budget/schemas.ts'
export * from './budget/words.zh.ts'
export * from './appraisal/values.ts'
export { type CallArgs, type Client, createClient, Refusal, urlOf } from './client.ts'
export {
  type CallInput,
  type Endpoint,
  endpoint,
  type FileReply,
  type Parsed,
  type ReplyInput,
  type ReplyOutput,
} from './endpoint.ts'
export { eventNames } from './events.zh.ts'
export { type ApiError, apiErrorSchema, type ErrorKey, errors } from './errors.ts'
export { abilityNames, roleNames } from './identity/abilities.zh.ts'
export * from './identity/schemas.ts'
export * from './live.ts'
export * from './newsroom/schemas.ts'
export { type StoryFilter, storyFilterSchema } from './newsroom/endpoints.ts'
export * from './newsroom/words.zh.ts'
export * from './oversight/schemas.ts'
export { type RectificationFilter } from './oversight/endpoints.ts'
export * from './oversight/words.zh.ts'
export { type EventView, eventSchema, fileSchema, type StoredFile } from './platform/endpoints.ts'
export * from './proofreading/schemas.ts'
export * from './quality/schemas.ts'
export { type PersonRef, type VerdictView, verdictSchema } from './shared.ts'
