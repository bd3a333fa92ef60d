import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, runMain } from '../../bench/support/server.ts'

const READY_MS = 90_000

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
  let child: Child | undefined
  const start = async (port: number) => {
    child = runMain(command, dataDir, { ...options.settings, PORT: String(port) })
    return portOf(child)
  }
  const stop = async () => {
    child?.process.kill('SIGTERM')
    await child?.exited
  }
  try {
    const port = await start(0)
    return {
      url: `http://127.0.0.1:${port}`,
      restart: async () => {
        await stop()
        await start(port)
      },
      close: async () => {
        await stop()
        await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
}

/** The port that the server announces; it listens by then. @throws Error with what it said when it ends before */
function portOf(child: Child): Promise<number> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      child.process.kill('SIGKILL')
      fail(new Error(`not ready after ${READY_MS / 1000} s:\n${child.output()}`))
    }, READY_MS)
    child.process.on('said', () => {
      const port = /http:\/\/localhost:(\d+)\/api\/openapi/.exec(child.output())?.[1]
      if (!port) return
      clearTimeout(timer)
      done(Number(port))
    })
    void child.exited.then((code) => {
      clearTimeout(timer)
      fail(new Error(`the server ended with ${code}:\n${child.output()}`))
    })
  })
}
