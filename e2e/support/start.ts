import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Server, startServer } from '../../bench/support/server.ts'

/** A server in a process of its own, with data of its own. */
export type Centre = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string
  /** Stops the process and starts it again on the same port and data. */
  restart(): Promise<void>
  /** Stops the process and removes the data. */
  close(): Promise<void>
}

/** Starts the real server on a fresh data directory. @param options.demo with the demo centre */
export async function startCentre(
  options: { demo?: boolean; settings?: Record<string, string> } = {},
): Promise<Centre> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rongmei-journey-'))
  const command = ['serve', ...(options.demo ? ['--demo'] : [])]
  const start = (port: number) => startServer(dataDir, { ...options.settings, PORT: String(port) }, command)
  const forget = () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  let server: Server
  try {
    server = await start(0)
  } catch (error) {
    await forget()
    throw error
  }
  const { url, port } = server
  return {
    url,
    restart: async () => {
      await server.stop()
      server = await start(port)
    },
    close: async () => {
      await server.stop()
      await forget()
    },
  }
}
