import type { FastifyInstance } from 'fastify'
import type { Hub } from '../live.ts'
import { contextOf, demandSettled, type HttpOptions } from './serve.ts'

const BEAT_MS = 25_000

/** `GET /api/live`: server-sent events with topic and revision only; the data itself always comes by the front door. */
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
    const leave = hub.subscribe((topic, rev) => raw.write(`data: ${JSON.stringify({ topic, rev })}\n\n`))
    const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS)
    const stop = () => raw.end()
    app.server.once('rongmei:stopping', stop)
    raw.on('close', () => {
      clearInterval(beat)
      leave()
      app.server.off('rongmei:stopping', stop)
    })
  })
}
