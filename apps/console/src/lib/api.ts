import { type CallArgs, type Client, createClient, endpoints, type ReplyOutput } from '@rongmei/contract'
import { guardedFetch } from './session-guard.ts'

export type Endpoints = typeof endpoints
export type ModuleName = keyof Endpoints
export type EndpointName<M extends ModuleName> = keyof Endpoints[M] & string

/** What a call takes: `params`, `query`, `body` as the endpoint declares them, `file` for uploads. */
export type Input<M extends ModuleName, N extends EndpointName<M>> = CallArgs<Endpoints[M][N]>
export type Reply<M extends ModuleName, N extends EndpointName<M>> = ReplyOutput<Endpoints[M][N]>
export type Api = Client<Endpoints>

/** A client over another transport (an upload with progress); `api` is the ordinary one. */
export function makeApi(send: typeof fetch): Api {
  return createClient(endpoints, { fetch: send })
}

/**
 * The only door to the server: `await api.newsroom.getStory({ params: { id } })`. Throws `Refusal` with a Chinese
 * message. When the session has run out it waits for the re-login dialog and then repeats the call by itself.
 */
export const api: Api = makeApi(guardedFetch((...args) => fetch(...args)))

/** The same call by names, for hooks that get module and endpoint as values. */
export function callApi<M extends ModuleName, N extends EndpointName<M>>(
  module: M,
  name: N,
  input: Input<M, N> | undefined,
  client: Api = api,
): Promise<Reply<M, N>> {
  const call = client[module][name] as unknown as (input?: Input<M, N>) => Promise<Reply<M, N>>
  return call(input)
}
