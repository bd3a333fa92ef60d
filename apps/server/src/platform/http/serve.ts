import { type Endpoint, type ErrorKey, errors, type Parsed, type ReplyInput } from '@rongmei/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Ctx } from '../ctx.ts'
import { Refused } from '../refusal.ts'
import { attachment } from './attachment.ts'
import { readUpload, type Upload } from './upload.ts'

export type Handler<E> = (ctx: Ctx, input: Parsed<E> & { upload: Upload; exchange: Exchange }) => Promise<ReplyInput<E>>

/** What sign-in and sign-out need beside the parsed input: the cookie and where the request came from. */
export type Exchange = {
  setSession(token: string | null): void
  /** The token the request came with, for signing out. */
  readonly session: string | null
  readonly address: string
  readonly agent: string
}

/** Finds the actor of a request by its session token. Given by `identity` through `app.ts`; the platform knows no module. */
export type Authenticate = (ctx: Ctx, token: string) => Promise<Actor>

export type Http = {
  /** Mounts one promise of the contract on its verb. */
  on<E extends Endpoint>(definition: E, handler: Handler<E>): void
}

export const SESSION_COOKIE = 'rongmei_session'
const DEFAULT_BODY = 256 * 1024

export type HttpOptions = {
  visitor: (requestId: string) => Ctx
  authenticate: Authenticate
  secureCookies: boolean
  sessionMs: number
}

/**
 * The seam between Fastify and the contract: routes, validation, refusals, stripping. Handlers see a `Ctx` with the
 * actor and parsed input and know nothing of HTTP, so the framework can change behind this file.
 */
export function makeHttp(app: FastifyInstance, options: HttpOptions): Http {
  return {
    on: (definition, handler) => {
      const parse = makeParser(definition)
      const finish = makeFinisher(definition)
      app.route({
        method: definition.method,
        url: definition.path,
        bodyLimit: definition.bodyLimit ?? DEFAULT_BODY,
        handler: async (request, reply) => {
          refuseForgery(request, definition.access)
          const ctx = await contextOf(request, definition.access, options)
          if (definition.access === 'session' && !definition.path.startsWith(OWN_SESSION)) demandSettled(ctx)
          const input = parse(request)
          const upload = definition.upload
            ? await readUpload(request, definition.upload.maxBytes)
            : (undefined as unknown as Upload)
          const result = await handler(ctx, {
            ...input,
            upload,
            exchange: exchangeOf(request, reply, options),
          } as Parameters<typeof handler>[1])
          return finish(reply, result)
        },
      })
    },
  }
}

/** The context of a request: the actor of its session, or a visitor where the endpoint is public. */
export async function contextOf(
  request: FastifyRequest,
  access: 'public' | 'session',
  options: HttpOptions,
): Promise<Ctx> {
  const visitor = options.visitor(request.id)
  const token = request.cookies[SESSION_COOKIE]
  if (access === 'public') return visitor
  if (!token) throw new Refused('session.required')
  return visitor.as(await options.authenticate(visitor, token))
}

/** Asking who one is, changing the password, signing out: all that is left to somebody with a temporary password. */
const OWN_SESSION = '/api/session'

/** Whoever still has to change a temporary password comes without roles and may do nothing else. @throws Refused session.passwordChangeNeeded */
export function demandSettled(ctx: Ctx): void {
  if (ctx.actor.roles.length === 0) throw new Refused('session.passwordChangeNeeded')
}

/** A page of another site cannot set this header or these fetch metadata: what it makes a browser send is refused. */
function refuseForgery(request: FastifyRequest, access: 'public' | 'session'): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('platform.forgedRequest')
  if (access === 'session' && request.headers['x-requested-with'] !== 'rongmei')
    throw new Refused('platform.forgedRequest')
}

function makeParser(
  definition: Endpoint,
): (request: FastifyRequest) => { params: unknown; query: unknown; body: unknown } {
  const part = (name: string, schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const keyed = parsed.error.issues.find((issue) => issue.message in errors)
    if (keyed) throw new Refused(keyed.message as ErrorKey)
    throw new Refused(name === 'params' ? 'platform.notFound' : 'platform.invalid', { fields: fieldsOf(parsed.error) })
  }
  return (request) => ({
    params: part('params', definition.params, request.params),
    query: part('query', definition.query, request.query),
    body: part('body', definition.body, request.body ?? {}),
  })
}

const zh = z.locales.zhCN().localeError

function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues.slice(0, 20)) {
    const said = zh(issue as never)
    fields[issue.path.join('.') || '.'] = typeof said === 'string' ? said : (said?.message ?? issue.message)
  }
  return fields
}

type FileResult = { bytes: Uint8Array; type: string; name?: string; headers?: Record<string, string> }

function makeFinisher(definition: Endpoint): (reply: FastifyReply, result: unknown) => unknown {
  const { reply: kind } = definition
  if (kind === 'empty') return (reply) => reply.code(204).send()
  if (kind === 'file') return (reply, result) => sendFile(reply, result as FileResult)
  return (reply, result) => {
    const parsed = kind.safeParse(result)
    // A reply that breaks its own promise is a fault of ours: it must not reach the caller half right.
    if (!parsed.success)
      throw new Error(`reply of ${definition.method} ${definition.path} breaks the contract: ${parsed.error.message}`)
    reply.header('cache-control', 'no-store')
    return parsed.data
  }
}

function sendFile(reply: FastifyReply, file: FileResult): FastifyReply {
  reply
    .header('content-type', file.type)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
  if (file.name) reply.header('content-disposition', attachment(file.name))
  for (const [name, value] of Object.entries(file.headers ?? {})) reply.header(name, value)
  return reply.send(Buffer.from(file.bytes))
}

function exchangeOf(request: FastifyRequest, reply: FastifyReply, options: HttpOptions): Exchange {
  return {
    session: request.cookies[SESSION_COOKIE] ?? null,
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    setSession: (token) => {
      const cookie = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: options.secureCookies }
      if (token) reply.setCookie(SESSION_COOKIE, token, { ...cookie, maxAge: Math.floor(options.sessionMs / 1000) })
      else reply.clearCookie(SESSION_COOKIE, cookie)
    },
  }
}
