import { type ErrorKey, errors } from '@rongmei/contract'

/** A refusal with a key of the contract; `platform/http` turns it into a reply, jobs log it. */
export class Refused extends Error {
  readonly key: ErrorKey
  readonly fields: Record<string, string> | undefined
  readonly details: unknown
  constructor(key: ErrorKey, extra: { fields?: Record<string, string>; details?: unknown; cause?: unknown } = {}) {
    super(key, extra.cause === undefined ? undefined : { cause: extra.cause })
    this.name = 'Refused'
    this.key = key
    this.fields = extra.fields
    this.details = extra.details
  }
  get status(): number {
    return errors[this.key][0]
  }
}

export function refuse(key: ErrorKey, details?: unknown): never {
  throw new Refused(key, { details })
}

/** Throws the verdict's reason unless it is yes. */
export function demand(verdict: { ok: true } | { ok: false; why: string }): void {
  if (!verdict.ok) throw new Refused(verdict.why as ErrorKey)
}
