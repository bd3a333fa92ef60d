import type { z } from 'zod'
import type { ErrorKey } from './errors.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a reply is: JSON held to a schema, nothing, or bytes with a media type. */
export type ReplyKind = z.ZodType | 'empty' | 'file'

/**
 * One promise of the server. From this single object come the router, the validation of what comes in, the stripping
 * of what goes out, the typed client and the OpenAPI document.
 */
export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends ReplyKind = ReplyKind,
> = {
  method: Method
  /** Fastify-style path with `:name` for parameters; every parameter is named in `params`. */
  path: string
  summary: string
  /** `public` may be called without signing in. */
  access: 'public' | 'session'
  params?: P
  query?: Q
  body?: B
  /** A multipart upload instead of a JSON body: one file, at most so many bytes. */
  upload?: { maxBytes: number }
  /** Largest JSON body in bytes; 256 KiB unless told. */
  bodyLimit?: number
  reply: R
  /** The refusals a caller should expect; any other is a fault of ours. */
  errors: readonly ErrorKey[]
}

export function endpoint<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends ReplyKind = ReplyKind,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition
}

type In<S> = S extends z.ZodUndefined ? undefined : S extends z.ZodType ? z.input<S> : undefined
type Out<S> = S extends z.ZodUndefined ? undefined : S extends z.ZodType ? z.output<S> : undefined

/** What a caller passes: only the parts the endpoint declares. */
export type CallInput<E> =
  E extends Endpoint<infer P, infer Q, infer B, ReplyKind> ? Prune<{ params: In<P>; query: In<Q>; body: In<B> }> : never

/** What a handler receives after parsing. */
export type Parsed<E> =
  E extends Endpoint<infer P, infer Q, infer B, ReplyKind> ? { params: Out<P>; query: Out<Q>; body: Out<B> } : never

/** What a handler gives back (before the schema strips it) and what a caller receives. */
export type ReplyInput<E> = E extends { reply: infer R }
  ? R extends z.ZodType
    ? z.input<R>
    : R extends 'file'
      ? FileReply
      : void
  : never
export type ReplyOutput<E> = E extends { reply: infer R }
  ? R extends z.ZodType
    ? z.output<R>
    : R extends 'file'
      ? Blob
      : undefined
  : never

/** Bytes for downloading, with the name the reader's computer should give the file. */
export type FileReply = { bytes: Uint8Array; type: string; name?: string; headers?: Record<string, string> }

type Prune<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] }
