import type { CallInput, Endpoint, ReplyOutput } from './endpoint.ts'
import { type ApiError, apiErrorSchema } from './errors.ts'

/** A refusal by the server, as thrown by the client: the key, the Chinese message and the request id for the log. */
export class Refusal extends Error {
  readonly key: string
  readonly status: number
  readonly requestId: string
  readonly fields: Record<string, string>
  readonly details: unknown
  constructor(status: number, error: ApiError) {
    super(error.message)
    this.name = 'Refusal'
    this.key = error.key
    this.status = status
    this.requestId = error.requestId
    this.fields = error.fields ?? {}
    this.details = error.details
  }
}

// biome-ignore lint: the tree of endpoints is heterogeneous; each call is typed by its own endpoint below
type AnyEndpoint = Endpoint
export type EndpointTree = { [name: string]: { [name: string]: unknown } }

/** A query whose every part is optional may be left out altogether. */
type Loose<T> = T extends { query: infer Q } ? ({} extends Q ? Omit<T, 'query'> & { query?: Q } : T) : T

/** What a call takes: the parts the endpoint declares, the file of an upload, and a way to cancel. */
export type CallArgs<E> = Loose<CallInput<E>> & { file?: Blob; signal?: AbortSignal }

type Call<E> =
  {} extends CallArgs<E>
    ? (input?: CallArgs<E>) => Promise<ReplyOutput<E>>
    : (input: CallArgs<E>) => Promise<ReplyOutput<E>>

export type Client<T extends EndpointTree> = { [M in keyof T]: { [N in keyof T[M]]: Call<T[M][N]> } }

/** The path with its parameters filled in and the query appended; undefined query values fall away. */
export function urlOf(path: string, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') search.append(name, String(item))
    }
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

type RawInput = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  file?: Blob
  signal?: AbortSignal
}

async function call(base: string, send: typeof fetch, definition: AnyEndpoint, input: RawInput = {}): Promise<unknown> {
  const headers: Record<string, string> = { 'x-requested-with': 'rongmei' }
  let body: BodyInit | undefined
  if (input.file) {
    const form = new FormData()
    form.append('file', input.file)
    body = form
  } else if (definition.body) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(input.body)
  }
  const response = await send(base + urlOf(definition.path, input.params, input.query), {
    method: definition.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body }),
    ...(input.signal ? { signal: input.signal } : {}),
  })
  if (!response.ok) throw new Refusal(response.status, await readError(response))
  if (definition.reply === 'file') return response.blob()
  return response.status === 204 ? undefined : response.json()
}

async function readError(response: Response): Promise<ApiError> {
  const parsed = apiErrorSchema.safeParse(await response.json().catch(() => null))
  if (parsed.success) return parsed.data.error
  return {
    key: 'platform.unreachable',
    message: '服务暂时没有应答，您写的内容还在本页，请稍后再试',
    requestId: response.headers.get('x-request-id') ?? '',
  }
}

/** A typed client over a tree of endpoints: `client.newsroom.submitStory({ params, body })`. */
export function createClient<T extends EndpointTree>(
  tree: T,
  options: { base?: string; fetch?: typeof fetch } = {},
): Client<T> {
  const send = options.fetch ?? ((...args) => fetch(...args))
  const client: Record<string, Record<string, unknown>> = {}
  for (const [module, endpoints] of Object.entries(tree)) {
    client[module] = {}
    for (const [name, definition] of Object.entries(endpoints)) {
      client[module][name] = (input?: RawInput) => call(options.base ?? '', send, definition as AnyEndpoint, input)
    }
  }
  return client as Client<T>
}
