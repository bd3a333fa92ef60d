import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { isAlive } from './embedded.pidfile.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'

const cleanups: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

function folder(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'rm-embedded-')))
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const embedded = await startEmbedded({ dataDir, log, sync: false, ...more })
  cleanups.push(() => embedded.stop())
  return embedded
}

async function ask<Row extends pg.QueryResultRow>(embedded: Embedded, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: embedded.url() })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A server in a process of its own; resolves when its database is up. */
async function startChild(dataDir: string): Promise<{ child: ChildProcess; databasePid: number }> {
  const fixture = join(import.meta.dirname, 'embedded.child.fixture.ts')
  const child = spawn(process.execPath, [fixture, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanups.push(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, databasePid: Number(line.toString()) }
}

test('boots, answers over a private socket only, and stops', async () => {
  const dataDir = join(folder(), 'var')
  const embedded = await start(dataDir)
  const [row] = await ask<Record<string, string>>(
    embedded,
    `select current_database() as db, current_user as who, pg_encoding_to_char(encoding) as encoding,
       current_setting('listen_addresses') as listens, current_setting('fsync') as fsync, current_setting('server_version_num') as version,
       (select string_agg(w, '' order by w collate "zh-x-icu") from unnest(array['张','李','安']) w) as sorted
     from pg_database where datname = 'rongmei'`,
  )
  expect(row).toMatchObject({
    db: 'rongmei',
    who: 'rongmei',
    encoding: 'UTF8',
    listens: '',
    fsync: 'on',
    sorted: '安李张',
  })
  expect(row?.['version']).toMatch(/^18/)
  for (const dir of [dataDir, join(dataDir, 'postgres'), embedded.socketDir])
    expect(statSync(dir).mode & 0o777).toBe(0o700)
  await embedded.stop()
  expect(isAlive(embedded.pid)).toBe(false)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('keeps what was committed from one start to the next', async () => {
  const dataDir = folder()
  const first = await start(dataDir)
  await ask(first, `create table note as select '稿件' as word`)
  await first.stop()
  const second = await start(dataDir)
  expect(await ask(second, 'select word from note')).toEqual([{ word: '稿件' }])
})

test('after kill -9 of the server, stops the database it left and serves the same data', async () => {
  const dataDir = folder()
  const { child, databasePid } = await startChild(dataDir)
  const orphan = new pg.Client({ host: join(dataDir, 'run'), user: 'rongmei', database: 'rongmei' })
  orphan.on('error', () => {})
  await orphan.connect()
  await orphan.query('create table kept as select 42 as answer')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(databasePid)).toBe(true)

  const next = await start(dataDir)
  expect(next.pid).not.toBe(databasePid)
  expect(isAlive(databasePid)).toBe(false)
  expect(await ask(next, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('refuses a second start on the same data, naming the process and the folder, and leaves the first alone', async () => {
  const dataDir = folder()
  const first = await start(dataDir)
  await expect(start(dataDir)).rejects.toMatchObject({
    key: 'already-running',
    message: expect.stringMatching(new RegExp(`进程 ${process.pid}，数据目录 ${dataDir}`)),
  })
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('of two starts at the same moment one serves and the other is refused', async () => {
  const dataDir = folder()
  const results = await Promise.allSettled([start(dataDir), start(dataDir)])
  expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ key: 'already-running' })
})

describe('a postmaster.pid that is not true', () => {
  test.each([
    ['of a process that is gone', 4_194_304],
    ['whose number belongs to a stranger now', process.pid],
  ])('%s does not stop the start', async (_, pid) => {
    const dataDir = folder()
    await (await start(dataDir)).stop()
    const lines = [pid, join(dataDir, 'postgres'), 1700000000, 5432, join(dataDir, 'run'), '', '  1 1', 'ready   ']
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`)
    expect(await ask(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

test('after the postmaster itself was killed, says so and recovers at the next start', async () => {
  const dataDir = folder()
  let reason = ''
  const lost = Promise.withResolvers<void>()
  const first = await start(dataDir, {
    onLost: (why) => {
      reason = why
      lost.resolve()
    },
  })
  await ask(first, 'create table survivor as select 7 as n')
  process.kill(first.pid, 'SIGKILL')
  await lost.promise
  expect(reason).not.toBe('')
  expect(await ask(await start(dataDir), 'select n from survivor')).toEqual([{ n: 7 }])
})

test('a long path with Chinese in it moves the socket to a short private folder, gone after the stop', async () => {
  const dataDir = join(folder(), '融媒体中心数据'.repeat(4), 'x'.repeat(60))
  const embedded = await start(dataDir)
  expect(Buffer.byteLength(embedded.socketDir)).toBeLessThan(86)
  expect(statSync(embedded.socketDir).mode & 0o777).toBe(0o700)
  expect(await ask(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  await embedded.stop()
  expect(existsSync(embedded.socketDir)).toBe(false)
})

describe('when the cluster cannot be made', () => {
  function fakeInitdb(words: string): string {
    const bin = folder()
    // Writes half a cluster, as a full disk would leave it, then fails.
    const script = `#!/bin/sh\necho 18 > "$2/PG_VERSION"; mkdir "$2/base"\necho '${words}' >&2\nexit 1\n`
    for (const name of ['initdb', 'postgres'])
      writeFileSync(join(bin, name), name === 'initdb' ? script : '#!/bin/sh\nexit 0\n')
    for (const name of ['initdb', 'postgres']) chmodSync(join(bin, name), 0o755)
    chmodSync(bin, 0o755)
    return bin
  }

  test.each([
    [
      'disk-full',
      'FATAL: could not extend file: wrote only 4096 of 8192 bytes. HINT: Check free disk space.',
      /磁盘空间不足/,
    ],
    ['init-failed', 'initdb: error: something else', /无法在 .* 建立数据库.*something else/s],
  ])('it ends in %s, leaves nothing behind, and the next start works', async (key, words, message) => {
    const dataDir = folder()
    const failed = start(dataDir, { binDir: fakeInitdb(words) })
    await expect(failed).rejects.toMatchObject({ key, message: expect.stringMatching(message) })
    expect(readdirSync(dataDir)).toEqual([])
    expect(await ask(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('missing programs, foreign data and a file in the way are each named', async () => {
    await expect(start(folder(), { binDir: '/nowhere' })).rejects.toMatchObject({ key: 'binary-missing' })
    const foreign = folder()
    mkdirSync(join(foreign, 'postgres'))
    writeFileSync(join(foreign, 'postgres', 'PG_VERSION'), '16\n')
    await expect(start(foreign)).rejects.toMatchObject({
      key: 'wrong-version',
      message: expect.stringContaining('PostgreSQL 16'),
    })
    const file = join(folder(), 'var')
    writeFileSync(file, '')
    await expect(start(file)).rejects.toMatchObject({ key: 'data-dir' })
  })

  test('settings that PostgreSQL refuses end in its own words', async () => {
    const failed = start(folder(), { settings: { shared_buffers: 'plenty' } })
    await expect(failed).rejects.toMatchObject({
      key: 'start-failed',
      message: expect.stringContaining('shared_buffers'),
    })
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('data under a 0700 folder of root stay root’s, served from a user namespace', async () => {
    const home = folder()
    chmodSync(home, 0o700)
    const embedded = await start(join(home, 'checkout', 'var'))
    expect(statSync(join(home, 'checkout', 'var', 'postgres')).uid).toBe(0)
    expect(await ask(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('data that belong to an ordinary user are served as that user and stay hers', async () => {
    const home = folder()
    chmodSync(home, 0o755)
    const dataDir = join(home, 'var')
    mkdirSync(dataDir, { mode: 0o700 })
    chownSync(dataDir, 65534, 65534)
    const embedded = await start(dataDir)
    expect(statSync(join(dataDir, 'postgres', 'PG_VERSION')).uid).toBe(65534)
    expect(statSync(embedded.socketDir).uid).toBe(65534)
    expect(await ask(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('data change hands whole when they must: a user who cannot reach them any more leaves them to root', async () => {
    const home = folder()
    chmodSync(home, 0o755)
    const dataDir = join(home, 'var')
    mkdirSync(dataDir, { mode: 0o700 })
    chownSync(dataDir, 65534, 65534)
    const first = await start(dataDir)
    await ask(first, 'create table moved as select 1 as one')
    await first.stop()
    chmodSync(home, 0o700)
    const second = await start(dataDir)
    expect(statSync(join(dataDir, 'postgres', 'PG_VERSION')).uid).toBe(0)
    expect(await ask(second, 'select one from moved')).toEqual([{ one: 1 }])
  })
})
