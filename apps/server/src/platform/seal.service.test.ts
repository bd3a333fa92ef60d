import { afterAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { z } from 'zod'
import { event } from './events.ts'
import { ground } from './ground.fixture.ts'
import { sealEvents, verifyEvents } from './seal.ts'

const Noted = event('test.noted', z.object({ b: z.number(), a: z.unknown() }))
const base = await ground()
const { ctx, clock, pool } = base
afterAll(() => base.close())

const note = (subject: string) =>
  ctx.tx((t) => t.emit(Noted, subject, { b: 1, a: { z: [1, { y: '二', x: null }], k: 'v' } }))

describe('the chain of a day', () => {
  it('seals what is committed, and counts what is not yet sealed', async () => {
    for (const subject of ['a', 'b', 'c']) await note(subject)
    expect(await verifyEvents(ctx)).toMatchObject({ ok: true, sealed: 0, unsealed: 3 })
    expect(await sealEvents(ctx)).toBe(3)
    expect(await sealEvents(ctx)).toBe(0)
    expect(await verifyEvents(ctx)).toEqual({ ok: true, days: 1, sealed: 3, unsealed: 0, broken: [] })
  })

  it('takes a transaction that committed late, though its number is earlier', async () => {
    const slow = await base.pool.connect()
    await slow.query('begin')
    await slow.query(
      "insert into platform.event (id, at, kind, actor_name, subject, data) values (gen_random_uuid(), '2023-03-01T09:00:00+08', 'test.noted', '系统', 'late', '{}')",
    )
    await note('early')
    expect(await sealEvents(ctx)).toBe(1)
    await slow.query('commit')
    slow.release()
    expect(await sealEvents(ctx)).toBe(1)
    const rows = await base.rows<{ subject: string; no: number; seq: number }>(
      'select e.subject, s.no, e.seq from platform.seal s join platform.event e using (seq) order by s.day, s.no desc limit 2',
    )
    expect(rows.map((row) => row.subject)).toEqual(['late', 'early'])
    expect(rows[0]?.seq).toBeLessThan(rows[1]?.seq ?? 0)
    expect((await verifyEvents(ctx)).ok).toBe(true)
  })

  it('begins anew at midnight in Shanghai, not in Greenwich', async () => {
    clock.set(Date.parse('2023-03-01T15:59:59Z'))
    await note('before midnight')
    clock.set(Date.parse('2023-03-01T16:00:00Z'))
    await note('after midnight')
    await sealEvents(ctx)
    const rows = await base.rows<{ day: string; no: number }>(
      `select s.day::text, s.no from platform.seal s join platform.event e using (seq) where e.subject like '%midnight' order by e.seq`,
    )
    expect(rows).toEqual([
      { day: '2023-03-01', no: 6 },
      { day: '2023-03-02', no: 1 },
    ])
    expect(await verifyEvents(ctx)).toMatchObject({ ok: true, days: 2 })
  })

  it('is written by one sealer at a time, and loses nothing when two try', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => note(`many ${i}`)))
    const counts = await Promise.all([sealEvents(ctx), sealEvents(ctx), sealEvents(ctx)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20)
    expect(await verifyEvents(ctx)).toMatchObject({ ok: true, unsealed: 0 })
  })
})

describe('facts', () => {
  it.each([
    `update platform.event set kind = 'x'`,
    'delete from platform.event',
    'update platform.seal set no = no + 1000',
    'delete from platform.seal',
  ])('cannot be changed: %s', (sql) => expect(pool.query(sql)).rejects.toThrow('append-only'))

  /** What somebody with the keys of the database could do, undone afterwards. */
  async function forged(sql: string, check: () => Promise<void>) {
    const client = new pg.Client({ connectionString: base.url })
    await client.connect()
    const wipe = async (statement: string) => {
      await client.query(`begin; set local rongmei.wipe = 'demo'; ${statement}; commit`)
    }
    await client.query('create table kept_event as table platform.event; create table kept_seal as table platform.seal')
    try {
      await wipe(sql)
      await check()
    } finally {
      await wipe(
        'delete from platform.seal; delete from platform.event; insert into platform.event overriding system value table kept_event; insert into platform.seal table kept_seal',
      )
      await client.query('drop table kept_event; drop table kept_seal')
      await client.end()
    }
  }

  it.each([
    ['altered', `update platform.event set subject = 'B' where subject = 'b'`],
    ['altered', `update platform.event set data = '{"a": 2, "b": 1}' where subject = 'b'`],
    ['altered', `update platform.event set at = at + interval '1 second' where subject = 'b'`],
    ['altered', `update platform.event set actor_name = '别人' where subject = 'b'`],
    ['altered', `update platform.event set id = gen_random_uuid() where subject = 'b'`],
    ['missing', `delete from platform.event where subject = 'b'`],
    ['gap', `delete from platform.seal where seq = (select seq from platform.event where subject = 'b')`],
  ])('that were %s are found: %s', (reason, sql) =>
    forged(sql, async () => {
      const found = await verifyEvents(ctx)
      expect(found.ok).toBe(false)
      expect(found.broken.map((one) => one.reason)).toContain(reason)
      expect(found.broken[0]).toMatchObject({ day: '2023-03-01' })
    }),
  )

  it('are whole again after the forger undid it', async () => {
    expect(await verifyEvents(ctx)).toMatchObject({ ok: true, unsealed: 0 })
  })
})
