import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Ctx } from './ctx.ts'
import { event } from './events.ts'
import { ground } from './ground.fixture.ts'
import { job, listener } from './jobs.ts'
import { readSetting, writeSetting } from './settings.ts'

const Written = event('test.written', z.object({ words: z.string() }))
const ran: string[] = []
const tidy = job({
  name: 'test.tidy',
  data: z.object({ what: z.string() }),
  run: async (_, { what }) => void ran.push(what),
})
const heard = listener({ name: 'test.heard', on: Written, run: async (_, { words }) => void ran.push(String(words)) })

const base = await ground([tidy], [heard])
const { ctx } = base
afterAll(() => base.close())

const state = async () => ({
  settings: (await base.rows('select key from platform.setting')).length,
  events: (await base.rows('select id from platform.event')).length,
  jobs: (await base.rows(`select id from pgboss.job where name like 'test.%'`)).length,
})

describe('a transaction', () => {
  it('keeps the row, the fact and the jobs together, or none of them', async () => {
    const before = await state()
    const work = (fails: boolean) =>
      ctx.tx(async (t) => {
        await writeSetting(t, 'centreName', '佘山')
        await t.emit(Written, 'test:1', { words: '听到' })
        await t.enqueue(tidy, { what: '收拾' })
        if (fails) throw new Error('no')
      })
    await expect(work(true)).rejects.toThrow('no')
    expect(await state()).toEqual(before)
    await work(false)
    expect(await state()).toEqual({ settings: 1, events: before.events + 1, jobs: before.jobs + 2 })
    expect(await base.jobs.drain(ctx)).toBe(2)
    expect(ran.toSorted()).toEqual(['听到', '收拾'].toSorted())
  })

  it('is joined by one inside it: the inner one commits with the outer', async () => {
    await expect(
      ctx.tx(async (t) => {
        await t.tx((inner) => writeSetting(inner, 'inner', 1))
        expect(await readSetting(t, 'inner')).toBe(1)
        expect(await readSetting(ctx, 'inner')).toBeUndefined()
        throw new Error('outer')
      }),
    ).rejects.toThrow('outer')
    expect(await readSetting(ctx, 'inner')).toBeUndefined()
  })

  it('notes who acted, when and in which request', async () => {
    const actor = { ...ctx.actor, kind: 'person' as const, id: ctx.newId(), name: '沈一鸣' }
    await ctx.as(actor).tx((t) => t.emit(Written, 'test:who', { words: '谁' }))
    const [row] = await base.rows(`select * from platform.event where subject = 'test:who'`)
    expect(row).toMatchObject({
      actor_id: actor.id,
      actor_name: '沈一鸣',
      request_id: 'request-1',
      at: new Date(ctx.now()),
      kind: 'test.written',
    })
  })

  it('refuses a payload that is not what the event promises', async () => {
    await expect(ctx.tx((t) => t.emit(Written, 'test:2', { words: 1 } as never))).rejects.toThrow()
    expect(await base.rows(`select id from platform.event where subject = 'test:2'`)).toEqual([])
  })

  it('strips what the event did not promise', async () => {
    await ctx.tx((t) => t.emit(Written, 'test:3', { words: 'a', password: 'x' } as never))
    expect(await base.rows(`select data from platform.event where subject = 'test:3'`)).toEqual([
      { data: { words: 'a' } },
    ])
  })

  it('touches more topics than one notice of PostgreSQL can hold', async () => {
    const topics = Array.from({ length: 400 }, (_, i) => `story:${String(i).padStart(36, '0')}`)
    await ctx.tx(async (t) => {
      await writeSetting(t, 'many', true)
      t.touch(...topics)
    })
    expect(await readSetting(ctx, 'many')).toBe(true)
  })
})

describe('side effects outside a transaction', () => {
  it('do not compile', () => {
    const never = (outside: Ctx) => {
      // @ts-expect-error emit belongs to a transaction
      void outside.emit(Written, 'test:4', { words: '' })
      // @ts-expect-error enqueue belongs to a transaction
      void outside.enqueue(tidy, { what: '' })
      // @ts-expect-error a writing store demands a transaction
      void writeSetting(outside, 'a', 1)
    }
    expect(never).toBeTypeOf('function')
    expect(ctx).not.toHaveProperty('emit')
  })
})
