import { type ErrorKey, errors } from '@rongmei/contract'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { Log } from '../log.ts'
import { Refused } from '../refusal.ts'

/** Framework and database faults that are really refusals. */
const known: Record<string, ErrorKey> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'platform.tooLarge',
  FST_ERR_CTP_INVALID_JSON_BODY: 'platform.badJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'platform.badJson',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'platform.invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'platform.invalid',
  FST_REQ_FILE_TOO_LARGE: 'platform.tooLarge',
  ENOSPC: 'platform.storageFull',
  '53100': 'platform.storageFull',
  '53300': 'platform.busy',
  '57P01': 'platform.busy',
  '57P03': 'platform.busy',
  '22P05': 'platform.invalid',
  '22021': 'platform.invalid',
}

/** Every error leaves as `{ error: { key, message, requestId } }`: the key for programs, the Chinese sentence for people. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = toRefused(error)
    const [status, message] = errors[refused.key]
    if (status >= 500)
      log.error({ requestId: request.id, url: request.routeOptions.url, key: refused.key, error }, 'request failed')
    else log.info({ requestId: request.id, url: request.routeOptions.url, key: refused.key }, 'refused')
    reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({
        error: {
          key: refused.key,
          message,
          requestId: request.id,
          ...(refused.fields ? { fields: refused.fields } : {}),
          ...(refused.details === undefined ? {} : { details: refused.details }),
        },
      })
  })
}

function toRefused(error: FastifyError): Refused {
  if (error instanceof Refused) return error
  const key =
    known[error.code ?? ''] ??
    (error.statusCode === 429 ? 'platform.tooManyRequests' : error.statusCode === 404 ? 'platform.notFound' : undefined)
  return new Refused(key ?? 'platform.fault', { cause: error })
}
