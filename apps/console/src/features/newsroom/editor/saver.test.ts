import { describe, expect, it } from 'vitest'
import { labelOf } from './autosave.ts'
import { createSaver } from './saver.ts'

/** A clock that moves when told, and a server whose answers the test gives. */
function bench() {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  const answers: { resolve: (at: string) => void; reject: (error: unknown) => void }[] = []
  const log: string[] = []
  const saver = createSaver({
    send: (keep) => {
      log.push(keep ? 'send-kept' : 'send')
      return new Promise<string>((resolve, reject) => answers.push({ resolve, reject }))
    },
    judge: (error) => ({ message: String(error), retry: error === 'network' }),
    onSaved: () => log.push('all saved'),
    now: () => now,
    later: (milliseconds, run) => {
      const entry = { at: now + milliseconds, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
  })
  const pass = (milliseconds: number) => {
    now += milliseconds
    const due = waiting.filter((entry) => entry.at <= now)
    waiting = waiting.filter((entry) => entry.at > now)
    for (const entry of due) entry.run()
  }
  const answer = async (act: 'saved' | 'network' | 'refused') => {
    const next = answers.shift()
    if (act === 'saved') next?.resolve('2026-11-23T06:05:03Z')
    else next?.reject(act)
    await new Promise<void>((resolve) => setTimeout(resolve, 0))
  }
  return { saver, pass, answer, log }
}

describe('the saver', () => {
  it('saves after a pause and says when everything is saved', async () => {
    const { saver, pass, answer, log } = bench()
    saver.edited()
    pass(2_999)
    expect(log).toEqual([])
    pass(1)
    await answer('saved')
    expect(log).toEqual(['send', 'all saved'])
    expect(labelOf(saver.state.get())).toBe('saved')
  })

  it('sends words written during a save in a save of their own', async () => {
    const { saver, pass, answer, log } = bench()
    saver.edited()
    pass(3_000)
    saver.edited()
    await answer('saved')
    expect(log).toEqual(['send'])
    pass(3_000)
    await answer('saved')
    expect(log).toEqual(['send', 'send', 'all saved'])
  })

  it('flushes: waits for the save under way, then sends the rest', async () => {
    const { saver, pass, answer, log } = bench()
    saver.edited()
    pass(3_000)
    saver.edited()
    const done = saver.flush(true)
    await answer('saved')
    expect(log).toEqual(['send', 'send-kept'])
    await answer('saved')
    expect(await done).toBe(true)
  })

  it('tries again by itself without network, and not after a refusal', async () => {
    const { saver, pass, answer, log } = bench()
    saver.edited()
    pass(3_000)
    await answer('network')
    pass(5_000)
    expect(log).toEqual(['send', 'send'])
    await answer('refused')
    pass(600_000)
    expect(log).toEqual(['send', 'send'])
    expect(saver.unsaved()).toBe(true)
  })

  it('has nothing to flush when nothing was written, and stops when told', async () => {
    const { saver, pass, log } = bench()
    expect(await saver.flush()).toBe(true)
    saver.edited()
    saver.stop()
    pass(60_000)
    expect(log).toEqual([])
  })
})
