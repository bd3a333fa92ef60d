import { afterAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { event } from './events.ts'
import { ground } from './ground.fixture.ts'
import { job, listener, makeJobs } from './jobs.ts'
import { silentLog } from './log.ts'

const Rang = event('test.rang', z.object({ n: z.number() }))
const tries = new Map<string, number>()
const seen = new Set<string>()
const flaky = job({
  name: 'test.flaky',
  data: z.object({ key: z.string() }),
  run: async (_, { key }) => {
    const count = (tries.get(key) ?? 0) + 1
    tries.set(key, count)
    if (count === 1) throw new Error('not yet')
  },
})
const counts = listener({ name: 'test.counts', on: Rang, run: async (_, { subject }) => void seen.add(subject) })
const also = listener({
  name: 'test.also',
  on: Rang,
  run: async (_, { subject, n }) => void seen.add(`${subject}+${String(n)}`),
})

const base = await ground([flaky], [counts, also])
const { ctx, jobs } = base
afterAll(() => base.close())

describe('names', () => {
  const make = (...names: string[]) =>
    makeJobs(
      base.pool,
      names.map((name) => job({ name, data: z.object({}), run: async () => {} })),
      [counts],
      silentLog,
    )
  it('taken twice fail the boot', () => {
    expect(() => make('a', 'a')).toThrow('two handlers for job a')
    expect(() => make('test.counts')).toThrow('two handlers for job test.counts')
  })
  it('that nobody handles cannot be sent', async () => {
    const stranger = job({ name: 'test.stranger', data: z.object({}), run: async () => {} })
    await expect(ctx.tx((t) => t.enqueue(stranger, {}))).rejects.toThrow('no handler')
  })
})

describe('listeners', () => {
  it('each hear an event once it is committed, with its subject', async () => {
    await ctx.tx((t) => t.emit(Rang, 'bell:1', { n: 7 }))
    expect([...seen]).toEqual([])
    expect(await jobs.drain(ctx)).toBe(2)
    expect([...seen].toSorted()).toEqual(['bell:1', 'bell:1+7'])
    expect(await jobs.drain(ctx)).toBe(0)
  })
})

describe('a job that fails', () => {
  it('goes back to the queue from a drain, which says so and runs the rest', async () => {
    tries.set('beside', 1)
    await ctx.tx(async (t) => {
      await t.enqueue(flaky, { key: 'drained' })
      await t.enqueue(flaky, { key: 'beside' })
    })
    await expect(jobs.drain(ctx)).rejects.toThrow('not yet')
    const rows = await base.rows<{ key: string; state: string }>(
      `select data ->> 'key' as key, state::text from pgboss.job where name = 'test.flaky' order by 1`,
    )
    expect(rows).toEqual([
      { key: 'beside', state: 'completed' },
      { key: 'drained', state: 'retry' },
    ])
  })

  it('with a payload that is none of its kind never reaches its handler', async () => {
    await ctx.tx((t) => t.enqueue(flaky, { key: 1 }))
    await expect(jobs.drain(ctx)).rejects.toThrow()
    expect(tries.has('1')).toBe(false)
  })

  it('is tried again by a worker until it succeeds', async () => {
    await jobs.work(ctx)
    await ctx.tx((t) => t.enqueue(flaky, { key: 'worked' }))
    const find = async () =>
      (await base.rows<{ state: string }>(`select state::text from pgboss.job where data ->> 'key' = 'worked'`))[0]
        ?.state
    await vi.waitFor(async () => expect(await find()).toBe('retry'), 20_000)
    // Not to wait for the backoff.
    await base.pool.query(`update pgboss.job set start_after = now() where data ->> 'key' = 'worked'`)
    await vi.waitFor(async () => expect(await find()).toBe('completed'), 20_000)
    expect(tries.get('worked')).toBe(2)
  })
})
