import { spawnSync } from 'node:child_process'
import { chownSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from './embedded.errors.ts'

/**
 * As whom PostgreSQL runs. It refuses to be root, so root has two ways: `namespace` (a user namespace in which root's
 * files belong to uid 1000; reaches a checkout under a 0700 home) and `drop` (a real unprivileged uid, which must own
 * the data directory and be able to reach it and the programs).
 */
export type RunAs = { kind: 'self' } | { kind: 'namespace' } | { kind: 'drop'; uid: number; gid: number }

/** `nobody`: exists everywhere and owns nothing. */
const NOBODY = 65534

const UNSHARE = ['unshare', '-U', '--map-user=1000', '--map-group=1000'] as const

/** The command line and spawn options that run `file args` as `who`. `unshare` execs, so the pid stays the one spawned. */
export function commandAs(who: RunAs, file: string, args: string[]) {
  if (who.kind === 'namespace') return { file: UNSHARE[0], args: [...UNSHARE.slice(1), file, ...args], options: {} }
  if (who.kind === 'drop') return { file, args, options: { uid: who.uid, gid: who.gid } }
  return { file, args, options: {} }
}

/**
 * The first way of running that works here, tried by running `postgres --version` from inside the data directory;
 * the data directory is given to that user. Data that already belongs to somebody keeps its owner when it can.
 * @throws EmbeddedError `no-unprivileged-user` when root has no way.
 */
export function chooseUser(dataDir: string, postgres: string): RunAs {
  const self: RunAs = { kind: 'self' }
  if (process.getuid?.() !== 0) return self
  const owner = statSync(dataDir)
  const namespace: RunAs = { kind: 'namespace' }
  const candidates: RunAs[] =
    owner.uid === 0
      ? [namespace, { kind: 'drop', uid: NOBODY, gid: NOBODY }]
      : [{ kind: 'drop', uid: owner.uid, gid: owner.gid }, namespace]
  const chosen = candidates.find((who) => {
    giveFolder(dataDir, who)
    return canRun(who, dataDir, postgres)
  })
  if (chosen) return chosen
  chownSync(dataDir, owner.uid, owner.gid)
  throw new EmbeddedError(
    'no-unprivileged-user',
    `PostgreSQL 不能以 root 运行，而本机既不允许用户命名空间（unshare -U），普通用户也进不了 ${dataDir}。请换普通用户启动，把 DATA_DIR 和程序放到普通用户能进入的位置，或设置 DATABASE_URL。`,
    `PostgreSQL refuses to run as root, user namespaces (unshare -U) are not allowed here and no unprivileged user can reach ${dataDir} and ${postgres}. Start as an ordinary user, move both to where one can reach them, or set DATABASE_URL.`,
  )
}

function canRun(who: RunAs, dataDir: string, postgres: string): boolean {
  const probe = commandAs(who, '/bin/sh', ['-c', 'cd "$0" && test -w . && exec "$1" --version', dataDir, postgres])
  return spawnSync(probe.file, probe.args, { ...probe.options, stdio: 'ignore', timeout: 10_000 }).status === 0
}

/** Makes one folder belong to the user that PostgreSQL runs as. Does nothing unless we are root. */
export function giveFolder(path: string, who: RunAs): void {
  if (who.kind === 'self') return
  const [uid, gid] = who.kind === 'drop' ? [who.uid, who.gid] : [0, 0]
  lchownSync(path, uid, gid)
}

/** The same for a whole tree; a tree whose root already has the right owner is left alone (it was given whole). */
export function giveTree(path: string, who: RunAs): void {
  if (who.kind === 'self' || lstatSync(path).uid === (who.kind === 'drop' ? who.uid : 0)) return
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    giveFolder(join(entry.parentPath, entry.name), who)
  }
  // The root last: a run that is killed half-way starts over.
  giveFolder(path, who)
}
