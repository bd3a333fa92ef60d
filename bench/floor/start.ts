import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export type Floor = { port: number; pid: number; stop(): Promise<void> }

/** The same published stories in a table of the floor's own, and one to create into. */
const TABLES = `
  create schema floor;
  create table floor.story (
    id uuid primary key, number text not null unique, kind text not null, title text not null, deck text not null,
    category text not null, published_at timestamptz not null, cover_url text, reads bigint not null,
    html text not null, byline text not null, source text not null);
  create index story_published on floor.story (published_at desc, id desc);
  create table floor.created (id uuid primary key, title text not null, body jsonb not null, created_at timestamptz not null)`

export type Article = { slug: string; html: string; byline: string; source: string }

/** Makes the floor's tables from ours. @param articles as our server renders them, so that both send the same bytes */
export async function fillFloor(database: string, articles: readonly Article[]): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    await client.query(TABLES)
    for (const { slug, html, byline, source } of articles) {
      await client.query({
        name: 'fill',
        text: `insert into floor.story
          select id, number, kind, title, deck, category, published_at, cover_url, reads, $2, $3, $4 from newsroom.story where number = $1`,
        values: [slug, html, byline, source],
      })
    }
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** Starts the floor in a process of its own. */
export async function startFloor(database: string): Promise<Floor> {
  const file = fileURLToPath(new URL('./server.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { ...process.env, FLOOR_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'close')
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return { port: Number(/\d+/.exec(line.toString())?.[0]), pid: child.pid ?? 0, stop }
}
