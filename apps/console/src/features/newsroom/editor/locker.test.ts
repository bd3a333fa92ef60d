import { type Lock, Refusal } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { createLocker, type LockerPort } from './locker.ts'

const mine: Lock = { holder: { id: 'a', name: '王芳' }, since: '2026-11-23T06:00:00Z', mine: true }
const theirs: Lock = { holder: { id: 'b', name: '李敏' }, since: '2026-11-23T06:00:00Z', mine: false }
const locked = new Refusal(409, { key: 'story.locked', message: '别人正在编辑这篇稿件', requestId: 'r' })
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

function bench(over: Partial<LockerPort> = {}) {
  const log: string[] = []
  let tick: () => void = () => undefined
  const locker = createLocker({
    take: async (takeOver) => {
      log.push(takeOver ? 'takeOver' : 'take')
      return mine
    },
    release: () => log.push('release'),
    rescue: async () => {
      log.push('rescue')
      return 8
    },
    look: async () => theirs,
    unsaved: () => true,
    onTakenOver: () => log.push('read anew'),
    every: (_milliseconds, run) => {
      tick = run
      return () => undefined
    },
    ...over,
  })
  locker.start()
  return { locker, log, tick: () => tick() }
}

describe('holding the edit lock', () => {
  it('asks once for many edits, renews, and gives back', async () => {
    const { locker, log, tick } = bench()
    locker.send({ type: 'edited' })
    locker.send({ type: 'edited' })
    expect(await locker.ensure()).toBe(true)
    tick()
    await settle()
    locker.stop()
    expect(log).toEqual(['take', 'take', 'release'])
  })

  it('renews nothing that it does not hold', async () => {
    const { log, tick } = bench()
    tick()
    await settle()
    expect(log).toEqual([])
  })

  it('rescues the text at once when the lock is lost, and remembers where it is', async () => {
    const { locker, log } = bench()
    await locker.ensure()
    locker.send({ type: 'seen', lock: theirs, unsaved: true })
    await settle()
    expect(log).toEqual(['take', 'rescue'])
    expect(locker.state.get()).toEqual({ kind: 'lost', holder: '李敏', revision: 8, hadText: true })
  })

  it('says when the rescue did not reach the server, and tries again', async () => {
    let up = false
    const { locker } = bench({ rescue: () => (up ? Promise.resolve(9) : Promise.reject(new TypeError('network'))) })
    await locker.ensure()
    locker.send({ type: 'seen', lock: theirs, unsaved: true })
    await settle()
    expect(locker.rescueFailed.get()).toBe(true)
    up = true
    locker.retryRescue()
    await settle()
    expect([locker.rescueFailed.get(), locker.state.get()]).toEqual([false, expect.objectContaining({ revision: 9 })])
  })

  it('asks who holds it when refused', async () => {
    const { locker } = bench({ take: () => Promise.reject(locked), unsaved: () => false })
    expect(await locker.ensure()).toBe(false)
    expect(locker.state.get()).toEqual({ kind: 'other', holder: '李敏', since: theirs.since })
  })

  it('without network stays free to ask again', async () => {
    const { locker } = bench({ take: () => Promise.reject(new TypeError('network')) })
    expect(await locker.ensure()).toBe(false)
    expect(locker.state.get()).toEqual({ kind: 'free' })
  })

  it('reads the text anew after taking over', async () => {
    const { locker, log } = bench()
    locker.send({ type: 'seen', lock: theirs, unsaved: false })
    locker.send({ type: 'takeOver' })
    await settle()
    expect(log).toEqual(['takeOver', 'read anew'])
  })
})
