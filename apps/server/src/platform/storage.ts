import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refused } from './refusal.ts'

/** Content-addressed bytes. On local disk here; an object store with the same four verbs can stand behind it. */
export type Storage = {
  /** Keeps the bytes, durable when it returns. @returns their SHA-256 in hex @throws Refused platform.storageFull */
  put(bytes: Uint8Array): Promise<string>
  read(sha256: string): Readable
  size(sha256: string): Promise<number | null>
  remove(sha256: string): Promise<void>
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** `write` is injectable so that a full disk can be tested. */
export function localStorage(
  folder: string,
  write: (path: string, bytes: Uint8Array) => Promise<void> = writeDurably,
): Storage {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refused('platform.notFound')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      const known = await stat(path).catch(() => null)
      if (known?.size === bytes.byteLength) return sha256
      // A name of its own: the same picture uploaded twice at once must not share a half-written file.
      const temporary = `${path}.${randomUUID()}.part`
      try {
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
        await write(temporary, bytes)
        await rename(temporary, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {})
        if (FULL.has((error as NodeJS.ErrnoException).code ?? ''))
          throw new Refused('platform.storageFull', { cause: error })
        throw error
      }
      return sha256
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
    size: async (sha256) => (await stat(pathOf(sha256)).catch(() => null))?.size ?? null,
    remove: async (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

/** The name must outlive a power cut too, not only the bytes; where folders cannot be synced (Windows) the name is as durable as it gets. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
