import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './embedded.binary.ts'
import { EmbeddedError, explain } from './embedded.errors.ts'
import { USER } from './embedded.lock.ts'
import { commandAs, giveFolder, giveTree, type RunAs } from './embedded.user.ts'

const MAJOR = '18'

/** Only the Unix socket exists, and only the owner of its 0700 folder reaches it: nobody else is there to be kept out. */
const HBA = 'local all all trust\nlocal replication all trust\n'

/** Default order is by code point, which never changes under an index; Chinese is sorted by naming `zh-x-icu`. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/**
 * Makes the cluster in `clusterDir` unless it is there already. It is built in a sibling and renamed when whole, so
 * that a run that dies half-way leaves nothing that looks like a database.
 * @throws EmbeddedError `wrong-version`, `disk-full`, `init-failed`.
 */
export async function ensureCluster(input: {
  dataDir: string
  clusterDir: string
  binaries: Binaries
  who: RunAs
  sync: boolean
}): Promise<void> {
  const { dataDir, clusterDir, who } = input
  for (const entry of readdirSync(dataDir)) {
    if (entry.startsWith('postgres.new-')) rmSync(join(dataDir, entry), { recursive: true, force: true })
  }
  const version = versionOf(clusterDir)
  if (version === undefined) return initialise(input)
  if (version !== MAJOR) {
    throw new EmbeddedError(
      'wrong-version',
      `${clusterDir} 是 PostgreSQL ${version} 的数据，本程序使用 ${MAJOR}：请先升级数据。`,
      `${clusterDir} was written by PostgreSQL ${version}, this program brings ${MAJOR}: upgrade the data first.`,
    )
  }
  giveTree(clusterDir, who)
}

function versionOf(clusterDir: string): string | undefined {
  try {
    return readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function initialise(input: Parameters<typeof ensureCluster>[0]): Promise<void> {
  const { dataDir, clusterDir, binaries, who, sync } = input
  const fresh = join(dataDir, `postgres.new-${process.pid}`)
  try {
    mkdirSync(fresh, { mode: 0o700 })
    giveFolder(fresh, who)
    const args = ['-D', fresh, '-U', USER, '--auth=trust', ...LOCALE, ...(sync ? [] : ['--no-sync'])]
    const { code, words } = await runToEnd(commandAs(who, binaries.initdb, args), dataDir)
    if (code !== 0) throw explain('init-failed', dataDir, words)
    writeFileSync(join(fresh, 'pg_hba.conf'), HBA)
    // Fails when something that is no cluster lies at the name, which is better than mixing the two.
    renameSync(fresh, clusterDir)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
}

async function runToEnd(command: ReturnType<typeof commandAs>, cwd: string): Promise<{ code: number; words: string }> {
  return await new Promise((done) => {
    const child = spawn(command.file, command.args, {
      ...command.options,
      cwd,
      env: postgresEnv(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    const hear = (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-20_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => done({ code: -1, words: error.message }))
    child.on('close', (code) => done({ code: code ?? -1, words }))
  })
}

/** A bare environment: no PG* variable or locale of the host may change what the database does. */
export function postgresEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}
