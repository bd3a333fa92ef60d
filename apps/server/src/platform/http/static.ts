import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../refusal.ts'

/** The built console at `/desk` (every unknown path under it is the console's own route) and the reader's assets at `/assets`. */
export async function serveStatic(app: FastifyInstance, folders: { console: string; reader: string }): Promise<void> {
  if (existsSync(folders.reader)) {
    await app.register(fastifyStatic, {
      root: folders.reader,
      prefix: '/assets/',
      maxAge: '1h',
      decorateReply: false,
      index: false,
    })
  }
  const index = join(folders.console, 'index.html')
  if (existsSync(join(folders.console, 'assets'))) {
    await app.register(fastifyStatic, {
      root: join(folders.console, 'assets'),
      prefix: '/desk/assets/',
      maxAge: '365d',
      immutable: true,
      decorateReply: false,
      index: false,
    })
  }
  for (const url of ['/desk', '/desk/*']) {
    app.get(url, async (request, reply) => {
      if (request.url.startsWith('/desk/assets/')) throw new Refused('platform.notFound')
      reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache')
      // Read anew each time: after an upgrade the page must name the new assets, and it is less than a kilobyte.
      return readFile(index).catch(() => Promise.reject(new Refused('platform.notFound')))
    })
  }
}

/** A short mark of a folder's scripts and style sheets: it changes when any of them does. */
export function assetStamp(folder: string): string {
  if (!existsSync(folder)) return '0'
  const hash = createHash('sha1')
  for (const file of readdirSync(folder)
    .filter((name) => /\.(css|js)$/.test(name))
    .sort())
    hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('base64url').slice(0, 8)
}
