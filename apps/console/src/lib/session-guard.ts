import { createStore } from './store.ts'

/**
 * `none`: nobody signed in here yet; `active`: signed in; `expired`: was signed in, the re-login dialog is open; `locked`:
 * an administrator locked the account, the page is left.
 */
export type SessionState = 'none' | 'active' | 'expired' | 'locked'
export const sessionState = createStore<SessionState>('none')

const EXPIRED_KEYS = new Set(['session.required', 'session.expired'])
/** Calls that are about the session itself must never wait for a sign-in. */
const SESSION_PATH = /^\/api\/(session|setup)$/

let waiting: ((signedIn: boolean) => void)[] = []

/** Tells every call that waits whether the person signed in again (repeat it) or left (let the refusal through). */
export function settleSession(signedIn: boolean): void {
  sessionState.set(signedIn ? 'active' : 'none')
  const settled = waiting
  waiting = []
  for (const resolve of settled) resolve(signedIn)
}

/** What a refusal says about the session: it ran out, its person is locked out, or nothing. */
async function lost(response: Response): Promise<'expired' | 'locked' | null> {
  if ((response.status !== 401 && response.status !== 403) || sessionState.get() === 'none') return null
  const reply = (await response
    .clone()
    .json()
    .catch(() => null)) as { error?: { key?: string } } | null
  const key = reply?.error?.key ?? ''
  if (key === 'session.locked') return 'locked'
  return response.status === 401 && EXPIRED_KEYS.has(key) ? 'expired' : null
}

/** The address of a request in any of the shapes `fetch` takes. */
export const addressOf = (input: RequestInfo | URL): string => (input instanceof Request ? input.url : input.toString())

/**
 * Wraps a transport so that a session that ends in the middle of work loses nothing: the refused call is held, the
 * re-login dialog opens over the page, and after signing in the same call is sent again. Who is locked out cannot sign in
 * again: the refusal goes through and the page is left.
 */
export function guardedFetch(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init)
    const path = new URL(addressOf(input), 'http://console').pathname
    const method = init?.method ?? 'GET'
    if (SESSION_PATH.test(path) && method !== 'GET') return response
    const why = await lost(response)
    if (why === null) return response
    sessionState.set(why)
    if (why === 'locked') return response
    const signedIn = await new Promise<boolean>((resolve) => waiting.push(resolve))
    return signedIn ? send(input, init) : response
  }
}
