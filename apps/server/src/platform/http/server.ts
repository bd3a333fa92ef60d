import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { answer, handleErrors, refuseUnknown } from './errors.ts'

/** Fastify with everything that guards the door: headers, limits, request ids, compression, our error handler. */
export async function makeServer(
  config: Pick<Config, 'trustProxy' | 'rateLimit' | 'secureCookies'>,
  log: Log,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    genReqId: () => randomUUID().slice(0, 13),
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => answer(error, request, reply, log),
  })
  handleErrors(app, log)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its component styles into <style> elements while the console runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    // Told by the HTTPS proxy or by SECURE_COOKIES; on plain HTTP inside a building the header would be a lie.
    strictTransportSecurity: config.secureCookies ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1400, encodings: ['br', 'gzip'] })
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: 20 * 1024 * 1024 } })
  await app.register(rateLimit, {
    max: config.rateLimit,
    timeWindow: 60_000,
    // Built files and stored pictures are cheap and come by the dozen with one page.
    allowList: (request) =>
      request.url.startsWith('/desk/assets/') ||
      request.url.startsWith('/assets/') ||
      request.url.startsWith('/files/'),
    hook: 'onRequest',
  })
  refuseUnknown(app)
  return app
}
