import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveFolder, type RunAs } from './embedded.user.ts'

/**
 * A Unix socket's path has room for 103 bytes on macOS and 107 on Linux (`sun_path`), and PostgreSQL adds
 * `/.s.PGSQL.5432` to the folder.
 */
const ROOM = 100 - '/.s.PGSQL.5432'.length

const PREFIX = 'rongmei-'
/** What `mkdtemp` adds to a prefix, in characters. */
const SUFFIX = 6

/**
 * The folder of the socket, 0700: `run` in the data directory, or, when that path is too long, a folder of its own
 * among the temporary files (`remove` deletes it). A Chinese character counts three bytes.
 */
export function makeSocketDir(dataDir: string, who: RunAs): { socketDir: string; remove: () => void } {
  const near = join(dataDir, 'run')
  const fits = Buffer.byteLength(near) < ROOM
  const parent = Buffer.byteLength(join(tmpdir(), PREFIX)) + SUFFIX < ROOM ? tmpdir() : '/tmp'
  const socketDir = fits ? near : mkdtempSync(join(parent, PREFIX))
  mkdirSync(socketDir, { recursive: true, mode: 0o700 })
  chmodSync(socketDir, 0o700)
  giveFolder(socketDir, who)
  return { socketDir, remove: fits ? () => {} : () => rmSync(socketDir, { recursive: true, force: true }) }
}
