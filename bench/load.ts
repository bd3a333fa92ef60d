import { connect, type Socket } from 'node:net'

/** The next request of one connection, whole, as bytes on the wire. */
export type Request = () => Buffer
export type Load = {
  responses: number
  /** Answers that were not 2xx; the measurement is void when there is one. */
  refused: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p975: number
}

const HEAD_END = Buffer.from('\r\n\r\n')

/** A request as bytes. */
export function wire(method: string, path: string, headers: Record<string, string>, body = ''): Buffer {
  const length = Buffer.byteLength(body)
  const all = {
    host: 'localhost',
    connection: 'keep-alive',
    ...(length > 0 ? { 'content-length': length } : {}),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/** Keeps `connections` busy for `ms`, each with one request at a time; sockets are bare so that the load costs little. */
export async function load(port: number, connections: number, ms: number, next: Request): Promise<Load> {
  const times: number[] = []
  let refused = 0
  const began = performance.now()
  const until = began + ms
  const one = async () => {
    const socket = connect(port, '127.0.0.1').setNoDelay()
    try {
      while (performance.now() < until) {
        const sent = performance.now()
        const status = await exchange(socket, next())
        times.push(performance.now() - sent)
        if (status < 200 || status > 299) refused += 1
      }
    } finally {
      socket.destroy()
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    responses: times.length,
    refused,
    perSecond: times.length / seconds,
    p50: quantile(0.5),
    p975: quantile(0.975),
  }
}

/** Sends a request and reads its response to the end, which must announce its length. @returns the status */
function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    let missing = -1
    let status = 0
    const finish = (error?: Error) => {
      socket.off('data', hear).off('error', finish).off('close', closed)
      if (error) fail(error)
      else done(status)
    }
    const closed = () => finish(new Error('the server closed the connection'))
    const hear = (chunk: Buffer) => {
      if (missing < 0) {
        chunks.push(chunk)
        const seen = chunks.length === 1 ? chunk : Buffer.concat(chunks)
        const end = seen.indexOf(HEAD_END)
        if (end < 0) return
        const head = seen.toString('latin1', 0, end)
        const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
        if (length === undefined) return finish(new Error(`a response without a length:\n${head}`))
        status = Number(head.slice(9, 12))
        missing = Number(length) - (seen.length - end - HEAD_END.length)
      } else missing -= chunk.length
      if (missing <= 0) finish()
    }
    socket.on('data', hear).on('error', finish).on('close', closed)
    socket.write(request)
  })
}
