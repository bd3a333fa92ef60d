import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ground } from './ground.fixture.ts'
import { LIVE_CHANNEL, makeHub } from './live.ts'
import { silentLog } from './log.ts'

const base = await ground()
const { ctx } = base
const hub = makeHub(base.url, silentLog, 20)
let heard: string[] = []
let leave = () => {}
beforeAll(async () => {
  await hub.start()
  leave = hub.subscribe((topic) => heard.push(topic))
})
afterEach(() => {
  heard = []
})
afterAll(async () => {
  await hub.stop()
  await base.close()
})

describe('the hub', () => {
  it('tells each topic once, after the commit and not before', async () => {
    await ctx.tx(async (t) => {
      t.touch('story:1', 'stories')
      t.touch('stories')
      await t.tx(async (inner) => inner.touch('todo'))
      expect(heard).toEqual([])
    })
    await vi.waitFor(() => expect(heard).toEqual(['story:1', 'stories', 'todo']))
  })

  it('tells nothing of what was rolled back', async () => {
    await expect(
      ctx.tx(async (t) => {
        t.touch('gone')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await ctx.tx(async (t) => t.touch('after'))
    await vi.waitFor(() => expect(heard).toEqual(['after']))
  })

  it('says everything when one notice cannot name it all', async () => {
    await ctx.tx(async (t) => t.touch(...Array.from({ length: 400 }, (_, i) => `story:${i}-${'x'.repeat(30)}`)))
    await vi.waitFor(() => expect(heard).toEqual(['*']))
  })

  it('comes back after its connection broke, tells everybody to ask anew, and tells nothing twice', async () => {
    const admin = new pg.Client({ connectionString: base.url })
    await admin.connect()
    const kill = () =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen ${LIVE_CHANNEL}'`,
      )
    expect((await kill()).rowCount).toBe(1)
    await vi.waitFor(() => expect(heard).toEqual(['*']))
    await ctx.tx(async (t) => t.touch('again'))
    await vi.waitFor(() => expect(heard).toContain('again'))
    await ctx.tx(async (t) => t.touch('last'))
    await vi.waitFor(() => expect(heard).toContain('last'))
    expect(heard).toEqual(['*', 'again', 'last'])
    const listening = await admin.query(
      `select 1 from pg_stat_activity where datname = current_database() and query = 'listen ${LIVE_CHANNEL}'`,
    )
    expect(listening.rowCount).toBe(1)
    await admin.end()
  })

  it('tells nobody who left', async () => {
    leave()
    expect(hub.subscribers()).toBe(0)
  })
})
