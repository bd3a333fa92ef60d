/** Why the database that comes along could not be started; `key` is for code, the message is for the person at the terminal. */
export type EmbeddedErrorKey =
  | 'already-running'
  | 'binary-missing'
  | 'unsupported-platform'
  | 'no-unprivileged-user'
  | 'data-dir'
  | 'disk-full'
  | 'wrong-version'
  | 'init-failed'
  | 'start-failed'
  | 'stop-failed'

export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
  readonly key: EmbeddedErrorKey

  /** The message is both languages, because the reader may be an operator in the district or somebody on call elsewhere. */
  constructor(key: EmbeddedErrorKey, zh: string, en: string) {
    super(`${zh}\n${en}`)
    this.key = key
  }
}

/** Names the common cause (a full disk) when PostgreSQL's own words show it; else the given key with those words attached. */
export function explain(key: 'init-failed' | 'start-failed', dataDir: string, words: string): EmbeddedError {
  if (/no space left on device|check free disk space|disk quota exceeded/i.test(words)) return diskFull(dataDir)
  const tail = words.trim().split('\n').slice(-12).join('\n')
  return key === 'init-failed'
    ? new EmbeddedError(
        key,
        `无法在 ${dataDir} 建立数据库。`,
        `The database could not be created in ${dataDir}.\n${tail}`,
      )
    : new EmbeddedError(
        key,
        `数据库未能启动（数据目录 ${dataDir}）。`,
        `The database did not start (data in ${dataDir}).\n${tail}`,
      )
}

function diskFull(dataDir: string): EmbeddedError {
  return new EmbeddedError(
    'disk-full',
    `磁盘空间不足：${dataDir} 所在的磁盘已满，请清理后重试。`,
    `No space left on the disk that holds ${dataDir}: make room and start again.`,
  )
}

/** Turns a file-system refusal on the data directory (EACCES, EROFS, ENOSPC, ENOTDIR) into a sentence. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataDir)
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return error
  return new EmbeddedError(
    'data-dir',
    `无法使用数据目录 ${dataDir}（${code}）：请检查它的属主和权限，或用 DATA_DIR 另行指定。`,
    `The data directory ${dataDir} cannot be used (${code}): check its owner and mode, or name another by DATA_DIR.`,
  )
}
