/**
 * When a text is saved without being asked, and what the writer is told about it. Times are milliseconds of the page's
 * own clock; versions count the writer's changes, so an answer that comes late never marks newer words as saved.
 */
export type SaveState = {
  version: number
  savedVersion: number
  /** The version on its way to the server. */
  sending: number | null
  /** First and last change since the last confirmed save. */
  firstEdit: number | null
  lastEdit: number | null
  /** The server's time of the last confirmed save. */
  savedAt: string | null
  failure: { message: string; attempts: number; retryAt: number | null } | null
}

export type SaveEvent =
  | { type: 'edited'; now: number }
  | { type: 'sending' }
  | { type: 'saved'; at: string; now: number }
  /** `retry`: whether trying again may help (no connection, server busy) or the writer must act first. */
  | { type: 'failed'; message: string; retry: boolean; now: number }
  /** The text was replaced by the server's: nothing is unsaved. */
  | { type: 'loaded'; at: string | null }

export const QUIET = 3_000
/** Somebody who never pauses is saved all the same. */
export const LONGEST = 20_000
const RETRY = [5_000, 10_000, 20_000, 40_000, 60_000]

export const START: SaveState = {
  version: 0,
  savedVersion: 0,
  sending: null,
  firstEdit: null,
  lastEdit: null,
  savedAt: null,
  failure: null,
}

export function stepSave(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'edited':
      return {
        ...state,
        version: state.version + 1,
        firstEdit: state.firstEdit ?? event.now,
        lastEdit: event.now,
        // A refusal that only the writer can mend is tried again once the writer changed something.
        failure: state.failure?.retryAt === null ? null : state.failure,
      }
    case 'sending':
      return { ...state, sending: state.version }
    case 'saved': {
      const savedVersion = state.sending ?? state.version
      const more = savedVersion < state.version
      return {
        ...state,
        savedVersion,
        sending: null,
        failure: null,
        savedAt: event.at,
        firstEdit: more ? event.now : null,
        lastEdit: more ? state.lastEdit : null,
      }
    }
    case 'failed':
      return { ...state, sending: null, failure: failureAfter(state, event) }
    case 'loaded':
      return { ...START, version: state.version, savedVersion: state.version, savedAt: event.at }
  }
}

function failureAfter(state: SaveState, event: Extract<SaveEvent, { type: 'failed' }>): SaveState['failure'] {
  const attempts = (state.failure?.attempts ?? 0) + 1
  const wait = RETRY[Math.min(attempts, RETRY.length) - 1] ?? 60_000
  return { message: event.message, attempts, retryAt: event.retry ? event.now + wait : null }
}

export const isUnsaved = (state: SaveState): boolean => state.savedVersion < state.version

/** When the next save by itself is due, or null when there is nothing to save or the writer must act first. */
export function dueAt(state: SaveState): number | null {
  if (!isUnsaved(state) || state.sending !== null || state.lastEdit === null) return null
  if (state.failure) return state.failure.retryAt
  return Math.min(state.lastEdit + QUIET, (state.firstEdit ?? state.lastEdit) + LONGEST)
}

export type SaveLabel = 'saved' | 'unsaved' | 'saving' | 'failed' | 'untouched'

/** The one word for the line above the text. */
export function labelOf(state: SaveState): SaveLabel {
  if (state.sending !== null) return 'saving'
  if (state.failure) return 'failed'
  if (isUnsaved(state)) return 'unsaved'
  return state.savedAt === null ? 'untouched' : 'saved'
}
