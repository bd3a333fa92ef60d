import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localStorage } from './storage.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rongmei-storage-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytesOf = (words: string) => new TextEncoder().encode(words)
const everything = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())

describe('stored bytes', () => {
  it('are named by what they are and kept once, for us alone', async () => {
    const storage = localStorage(folder)
    const name = await storage.put(bytesOf('佘山'))
    expect(name).toBe(createHash('sha256').update('佘山').digest('hex'))
    expect(await storage.put(bytesOf('佘山'))).toBe(name)
    expect(await text(storage.read(name))).toBe('佘山')
    expect(await storage.size(name)).toBe(6)
    const path = join(folder, name.slice(0, 2), name)
    expect((await stat(path)).mode & 0o077).toBe(0)
    await storage.remove(name)
    expect(await storage.size(name)).toBeNull()
    await storage.remove(name)
  })

  it('survive being put many times at once', async () => {
    const storage = localStorage(folder)
    const bytes = randomBytes(300_000)
    const names = await Promise.all(Array.from({ length: 12 }, () => storage.put(bytes)))
    expect(new Set(names).size).toBe(1)
    expect((await readFile(join(folder, names[0]?.slice(0, 2) ?? '', names[0] ?? ''))).equals(bytes)).toBe(true)
    expect((await everything()).filter((one) => one.name.endsWith('.part'))).toEqual([])
  })

  it('are written again when an earlier write left half of them', async () => {
    const storage = localStorage(folder)
    const name = await storage.put(bytesOf('一半以后的全文'))
    const { truncate } = await import('node:fs/promises')
    await truncate(join(folder, name.slice(0, 2), name), 3)
    await storage.put(bytesOf('一半以后的全文'))
    expect(await text(storage.read(name))).toBe('一半以后的全文')
  })
})

describe('a full disk', () => {
  it.each(['ENOSPC', 'EDQUOT'])('%s is said as such, and leaves nothing half written', async (code) => {
    const before = await everything()
    const { writeFile } = await import('node:fs/promises')
    const full = localStorage(folder, async (path, bytes) => {
      await writeFile(path, bytes.subarray(0, 2))
      throw Object.assign(new Error('no space'), { code })
    })
    await expect(full.put(bytesOf(`写不下 ${code}`))).rejects.toMatchObject({
      key: 'platform.storageFull',
      status: 507,
    })
    expect((await everything()).length).toBe(before.length)
  })

  it('other faults stay faults', async () => {
    const broken = localStorage(folder, async () => {
      throw Object.assign(new Error('broken'), { code: 'EIO' })
    })
    await expect(broken.put(bytesOf('坏盘'))).rejects.toMatchObject({ code: 'EIO' })
  })
})

describe('names that are none', () => {
  it.each(['../../etc/passwd', '..', '', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`, '%2e%2e'])(
    'refuses %j',
    async (name) => {
      const storage = localStorage(folder)
      expect(() => storage.read(name)).toThrow(expect.objectContaining({ key: 'platform.notFound' }))
      await expect(storage.size(name)).rejects.toMatchObject({ key: 'platform.notFound' })
      await expect(storage.remove(name)).rejects.toMatchObject({ key: 'platform.notFound' })
    },
  )
})
