import type { Floor } from './floor/start.ts'
import { type Request, wire } from './load.ts'
import type { Case } from './rounds.ts'
import { CHARACTERS } from './support/library.ts'
import type { Server } from './support/server.ts'
import { contentOf, sequence } from './support/text.ts'

/** What is measured; each asks both servers for the same thing. */
export function makeCases(input: { server: Server; floor: Floor; slugs: readonly string[]; cookie: string }): Case[] {
  const { server, floor, slugs } = input
  const session = { cookie: input.cookie, 'x-requested-with': 'rongmei' }
  const json = { 'content-type': 'application/json' }
  const next = sequence(1)
  const anySlug = (before: string): Request => {
    const requests = slugs.map((slug) => wire('GET', before + slug, {}))
    return () => requests[next(requests.length)] ?? Buffer.alloc(0)
  }
  const same =
    (request: Buffer): Request =>
    () =>
      request
  const bodies = Array.from({ length: 50 }, (_, no) => JSON.stringify(contentOf('压测新稿', CHARACTERS, no)))
  const anyBody = (path: string, headers: Record<string, string>): Request => {
    const requests = bodies.map((body) => wire('POST', path, { ...json, ...headers }, body))
    return () => requests[next(requests.length)] ?? Buffer.alloc(0)
  }
  const pair = (name: string, connections: number, ours: Request, bare: Request): Case => ({
    name,
    connections,
    ours: { port: server.port, pid: server.pid, next: ours },
    floor: { port: floor.port, pid: floor.pid, next: bare },
  })
  const article = anySlug('/article/')
  const list = same(wire('GET', '/list', {}))
  return [
    pair('article by slug', 16, anySlug('/api/reader/articles/'), article),
    pair('article page', 16, anySlug('/a/'), article),
    pair('reader list', 16, same(wire('GET', '/api/reader/articles?limit=20', {})), list),
    pair('library list', 16, same(wire('GET', '/api/newsroom/stories?limit=20', session)), list),
    pair('create', 4, anyBody('/api/newsroom/stories', session), anyBody('/create', {})),
  ]
}
