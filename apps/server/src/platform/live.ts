import pg from 'pg'
import type { Log } from './log.ts'

export const LIVE_CHANNEL = 'rongmei_live'

export type Hub = {
  /** Calls `hear` for every topic touched by any process, until the returned function is called. */
  subscribe(hear: (topic: string, rev: string) => void): () => void
  subscribers(): number
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Fans NOTIFY out to the open event streams of this process. One dedicated connection listens; when it breaks it is
 * made again after `retryMs` and everybody is told to ask anew (topic `*`), because something may have been missed.
 */
export function makeHub(url: string, log: Log, retryMs = 1_000): Hub {
  const hearers = new Set<(topic: string, rev: string) => void>()
  let client: pg.Client | null = null
  let stopped = false
  let waiting = false
  let count = 0
  const tell = (topic: string) => {
    count += 1
    for (const hear of hearers) hear(topic, String(count))
  }
  const open = async () => {
    const next = new pg.Client({ connectionString: url })
    next.on('notification', (message) => {
      for (const topic of (message.payload ?? '').split('\n')) if (topic) tell(topic)
    })
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    await next.connect()
    await next.query(`listen ${LIVE_CHANNEL}`)
    client = next
    if (stopped) await next.end()
  }
  const lost = (broken: pg.Client) => {
    if (client !== broken) return
    client = null
    reopen()
  }
  // One attempt at a time: a broken connection reports both an error and its end, and two listeners would tell everything twice.
  const reopen = () => {
    if (stopped || waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      if (stopped) return
      open().then(
        () => tell('*'),
        (error) => {
          log.warn({ error }, 'live: no connection yet')
          reopen()
        },
      )
    }, retryMs).unref()
  }
  return {
    subscribe: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    subscribers: () => hearers.size,
    start: open,
    stop: async () => {
      stopped = true
      await client?.end().catch(() => {})
    },
  }
}
