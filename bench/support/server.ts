import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const READY_MS = 90_000

export type Server = {
  /** `http://localhost:PORT`, without a slash at the end. */
  url: string
  port: number
  pid: number
  /** From the spawn to the line that says it is ready, in milliseconds. */
  readyMs: number
  /** `kill -9`, and waits until the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, and waits. @returns the exit code */
  stop(): Promise<number | null>
}

export type Child = { process: ChildProcess; output(): string; exited: Promise<number | null> }

/** Runs a command of `main.ts` on a data directory, on a port that the system picks. */
export function runMain(command: string[], dataDir: string, more: Record<string, string> = {}): Child {
  // The rate limit holds for one address, and here every request comes from one.
  const own = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', RATE_LIMIT: '1000000000' }
  const env = { ...process.env, ...own, ...more }
  const child = spawn(process.execPath, [MAIN, ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      words = (words + text).slice(-50_000)
      child.emit('said')
    })
  }
  const exited = once(child, 'close').then(([code]) => code as number | null)
  return { process: child, output: () => words, exited }
}

/** Starts the server in a process of its own. @throws Error with what it said, when it ends or is not ready in time */
export async function startServer(
  dataDir: string,
  more: Record<string, string> = {},
  command: string[] = ['serve'],
): Promise<Server> {
  const began = performance.now()
  const child = runMain(command, dataDir, more)
  const port = await portOf(child)
  const end = async (signal: NodeJS.Signals) => {
    child.process.kill(signal)
    return child.exited
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.process.pid ?? 0,
    readyMs: Math.round(performance.now() - began),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** The port that the server announces. It listens by then. */
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
