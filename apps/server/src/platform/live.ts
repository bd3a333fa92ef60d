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
 * made again and everybody is told to ask anew (topic `*`), because something may have been missed.
 */
export function makeHub(url: string, log: Log): Hub {
  const hearers = new Set<(topic: string, rev: string) => void>()
  let client: pg.Client | null = null
  let stopped = false
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
    next.on('error', () => reopen(next))
    next.on('end', () => reopen(next))
    await next.connect()
    await next.query(`listen ${LIVE_CHANNEL}`)
    client = next
  }
  const reopen = (broken: pg.Client) => {
    if (stopped || (client !== broken && client !== null)) return
    client = null
    setTimeout(() => {
      if (stopped || client) return
      open().then(
        () => tell('*'),
        (error) => {
          log.warn({ error }, 'live: no connection yet')
          reopen(broken)
        },
      )
    }, 1000).unref()
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
