import { topics } from '@rongmei/contract'
import type { FastifyInstance } from 'fastify'
import type { Hub } from '../live.ts'
import { contextOf, demandSettled, type HttpOptions } from './serve.ts'

const BEAT_MS = 25_000

/** After these somebody may have lost his session or his account. */
const ACCESS: readonly string[] = [topics.access, topics.people, '*']

/**
 * `GET /api/live`: server-sent events with topic and revision only; the data itself always comes by the front door. Who
 * is locked out or signed out elsewhere loses his stream at once.
 */
export function serveLive(app: FastifyInstance, hub: Hub, options: HttpOptions): void {
  app.get('/api/live', async (request, reply) => {
    demandSettled(await contextOf(request, 'session', options))
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    })
    raw.write('retry: 2000\n\n')
    const stop = () => raw.end()
    const leave = hub.subscribe((topic, rev) => {
      if (topic !== topics.access) raw.write(`data: ${JSON.stringify({ topic, rev })}\n\n`)
      if (ACCESS.includes(topic)) contextOf(request, 'session', options).then(demandSettled).catch(stop)
    })
    const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS)
    app.server.once('rongmei:stopping', stop)
    raw.on('close', () => {
      clearInterval(beat)
      leave()
      app.server.off('rongmei:stopping', stop)
    })
  })
}
