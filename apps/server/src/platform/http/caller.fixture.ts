import type { RoleKey } from '@rongmei/contract'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { PASSWORD, type TestWorld } from '../../testing/world.ts'

export type Answer = {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  text: string
  /** The body as JSON; whatever the test expects it to be. */
  json<T>(): T
  error: { key: string; message: string; requestId: string; fields?: Record<string, string> }
}
export type Caller = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: unknown,
  more?: InjectOptions,
) => Promise<Answer>

/** Calls the HTTP face as a browser of ours does; with a name, signed in as that person. */
export async function callerOf(test: TestWorld, name?: string, ...roles: RoleKey[]): Promise<Caller> {
  const app = await test.http()
  const cookie = name === undefined ? undefined : await signedIn(test, app, name, roles)
  return async (method, url, payload, more = {}) => {
    const reply = await app.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload: payload as InjectOptions['payload'] & object }),
      ...more,
      headers: { 'x-requested-with': 'rongmei', ...(cookie ? { cookie } : {}), ...more.headers },
    } as InjectOptions)
    return {
      status: reply.statusCode,
      headers: reply.headers,
      text: reply.body,
      json: <T>() => reply.json() as T,
      get error() {
        return (reply.json() as { error: Answer['error'] }).error
      },
    }
  }
}

async function signedIn(test: TestWorld, app: FastifyInstance, name: string, roles: RoleKey[]): Promise<string> {
  await test.as(name, ...roles)
  const reply = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { account: name, password: PASSWORD },
  })
  return `rongmei_session=${reply.cookies[0]?.value ?? ''}`
}

/** The body of an upload as browsers write it. */
export function multipart(files: { name: string; bytes: Uint8Array; field?: string }[]): InjectOptions {
  const boundary = '----rongmei7d1a'
  const parts = files.flatMap((file) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${file.field ?? 'file'}"; filename="${file.name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    Buffer.from(file.bytes),
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
