import { type ErrorKey, errors } from '@rongmei/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
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
  FST_FILES_LIMIT: 'platform.invalid',
  ENOSPC: 'platform.storageFull',
  '53100': 'platform.storageFull',
  '53300': 'platform.busy',
  '57P01': 'platform.busy',
  '57P03': 'platform.busy',
  '22P05': 'platform.invalid',
  '22021': 'platform.invalid',
  // A number, date or uuid that PostgreSQL cannot hold, as a forged cursor has.
  '22P02': 'platform.invalid',
  '22003': 'platform.invalid',
  '22008': 'platform.invalid',
}

/** Every error leaves as `{ error: { key, message, requestId } }`: the key for programs, the Chinese sentence for people. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answer(error, request, reply, log))
}

/** Answers a request with what went wrong; the framework's own refusals, which pass no hook, end here too. */
export function answer(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const refused = toRefused(error)
  const [status, message] = errors[refused.key]
  const about = { requestId: request.id, url: request.routeOptions.url, key: refused.key }
  if (status >= 500) log.error({ ...about, error }, 'request failed')
  else log.info(about, 'refused')
  reply.code(status).header('cache-control', 'no-store').header('x-request-id', request.id)
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(errorPage(message, request.id))
  return reply.send({
    error: {
      key: refused.key,
      message,
      requestId: request.id,
      ...(refused.fields ? { fields: refused.fields } : {}),
      ...(refused.details === undefined ? {} : { details: refused.details }),
    },
  })
}

/** A person at a browser gets a page, a program its JSON. */
function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
}

function errorPage(message: string, requestId: string): string {
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${message}</title><link rel="stylesheet" href="/assets/reader.css">
<main class="wrap"><div class="empty"><h1>${message}</h1><p>问题编号 ${requestId}</p><p><a href="/">回到首页</a></p></div></main></html>
`
}

/** No such address: the same shape as every other refusal. */
export function refuseUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler(() => {
    throw new Refused('platform.notFound')
  })
}

function toRefused(error: FastifyError): Refused {
  if (error instanceof Refused) return error
  return new Refused(known[error.code ?? ''] ?? byStatus(error.statusCode), { cause: error })
}

/** What the framework refuses (a path that is no address, a broken multipart) is the caller's mistake, not a fault of ours. */
function byStatus(status: number | undefined): ErrorKey {
  if (status === undefined || status < 400 || status >= 500) return 'platform.fault'
  if (status === 404 || status === 414) return 'platform.notFound'
  if (status === 413) return 'platform.tooLarge'
  return status === 429 ? 'platform.tooManyRequests' : 'platform.invalid'
}
