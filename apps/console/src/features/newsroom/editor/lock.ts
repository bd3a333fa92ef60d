import type { Lock } from '@rongmei/contract'

/**
 * The edit lock as this page knows it. One person writes at a time; nobody is locked out for good (take-over) and
 * nobody loses words (what the former holder had not saved is sent to the server as a revision of its own).
 */
export type LockState =
  | { kind: 'free' }
  | { kind: 'taking' }
  | { kind: 'held' }
  | { kind: 'other'; holder: string; since: string }
  /** Taken from us. `revision` is the number under which our unsaved text was kept, null while it is on its way. */
  | { kind: 'lost'; holder: string; revision: number | null; hadText: boolean }

/** `unsaved`: whether the page holds text that the server has not confirmed. */
export type LockEvent =
  | { type: 'seen'; lock: Lock | null; unsaved: boolean }
  | { type: 'edited' }
  | { type: 'takeOver' }
  | { type: 'granted' }
  | { type: 'refused'; lock: Lock | null; unsaved: boolean }
  | { type: 'unreachable' }
  | { type: 'rescued'; revision: number }
  | { type: 'reloaded' }
  | { type: 'left' }

/** What the page must do after a step; the machine itself touches nothing. */
export type LockEffect = 'take' | 'takeOver' | 'release' | 'rescue' | null

export type LockStep = { state: LockState; effect: LockEffect }

/** How often a held lock is renewed, in milliseconds. */
export const RENEW_EVERY = 30_000

const stay = (state: LockState): LockStep => ({ state, effect: null })

/** The next state and the one thing to do about it. */
export function stepLock(state: LockState, event: LockEvent): LockStep {
  switch (event.type) {
    case 'edited':
      return state.kind === 'free' ? { state: { kind: 'taking' }, effect: 'take' } : stay(state)
    case 'takeOver':
      return state.kind === 'other' || state.kind === 'lost'
        ? { state: { kind: 'taking' }, effect: 'takeOver' }
        : stay(state)
    case 'granted':
      return stay({ kind: 'held' })
    case 'unreachable':
      // The next edit asks again; a held lock stays held until somebody says otherwise.
      return stay(state.kind === 'taking' ? { kind: 'free' } : state)
    case 'refused':
      return lose(event.lock, event.unsaved)
    case 'rescued':
      return stay(state.kind === 'lost' ? { ...state, revision: event.revision } : state)
    case 'reloaded':
      return stay({ kind: 'free' })
    case 'left':
      return { state: { kind: 'free' }, effect: state.kind === 'held' || state.kind === 'taking' ? 'release' : null }
    case 'seen':
      return see(state, event.lock, event.unsaved)
  }
}

function see(state: LockState, lock: Lock | null, unsaved: boolean): LockStep {
  // While we ask, what we see is older than the answer; once lost, the page stays still until it is loaded anew.
  if (state.kind === 'taking' || state.kind === 'lost') return stay(state)
  const theirs = lock !== null && !lock.mine
  if (state.kind === 'held') {
    if (theirs) return lose(lock, unsaved)
    // Expired while the machine slept: ask again before the next save does.
    return lock === null ? { state: { kind: 'taking' }, effect: 'take' } : stay(state)
  }
  return stay(theirs ? { kind: 'other', holder: lock.holder.name, since: lock.since } : { kind: 'free' })
}

function lose(lock: Lock | null, unsaved: boolean): LockStep {
  const holder = lock?.holder.name ?? ''
  if (!unsaved && lock) return stay({ kind: 'other', holder, since: lock.since })
  return { state: { kind: 'lost', holder, revision: null, hadText: unsaved }, effect: unsaved ? 'rescue' : null }
}

/** Whether the writer may type: always, until somebody else is known to hold the lock. */
export function mayType(state: LockState): boolean {
  return state.kind === 'free' || state.kind === 'taking' || state.kind === 'held'
}
