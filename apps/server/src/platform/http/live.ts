import type { FastifyInstance } from 'fastify'
import type { Hub } from '../live.ts'
import { contextOf, type HttpOptions } from './serve.ts'

const BEAT_MS = 25_000

/** `GET /api/live`: server-sent events with topic and revision only; the data itself always comes by the front door. */
export function serveLive(app: FastifyInstance, hub: Hub, options: HttpOptions): void {
  app.get('/api/live', async (request, reply) => {
    await contextOf(request, 'session', options)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    })
    raw.write('retry: 2000\n\n')
    const leave = hub.subscribe((topic, rev) => raw.write(`data: ${JSON.stringify({ topic, rev })}\n\n`))
    const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS)
    const end = () => {
      clearInterval(beat)
      leave()
    }
    raw.on('close', end)
    app.server.once('rongmei:stopping', () => {
      end()
      raw.end()
    })
  })
}
