/**
 * The floor: what Fastify and pg cost by themselves. The same rows in a table of its own in the same PostgreSQL,
 * prepared statements, JSON out; no session, no policy, no validation, no contract, no audit, no revisions.
 * `node bench/floor/server.ts` with FLOOR_DATABASE set; prints its port.
 */
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['FLOOR_DATABASE'], max: 12 })
const app = Fastify({ logger: false, bodyLimit: 8 * 1024 * 1024 })

const ROW = 'number, kind, title, deck, category, published_at, cover_url, reads'
const article = { name: 'article', text: `select ${ROW}, html, byline, source from floor.story where number = $1` }
const list = { name: 'list', text: `select ${ROW} from floor.story order by published_at desc, id desc limit $1` }
const create = {
  name: 'create',
  text: 'insert into floor.created (id, title, body, created_at) values ($1, $2, $3, now()) returning id, title, body, created_at',
}

app.get('/article/:number', async (request, reply) => {
  const { number } = request.params as { number: string }
  const { rows } = await pool.query({ ...article, values: [number] })
  return rows[0] ?? reply.code(404).send()
})
app.get('/list', async () => ({ items: (await pool.query({ ...list, values: [20] })).rows }))
app.post('/create', async (request) => {
  const { title, body } = request.body as { title: string; body: object }
  const { rows } = await pool.query({ ...create, values: [randomUUID(), title, JSON.stringify(body)] })
  return rows[0]
})

await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.stdout.write(`floor on ${address && typeof address === 'object' ? address.port : 0}\n`)
