import { createStore, type Store } from '../../../lib/store.ts'
import { dueAt, isUnsaved, type SaveState, START, stepSave } from './autosave.ts'

export type Failure = { message: string; retry: boolean }

/** What saving needs from the outside; tests give a clock and a server of their own. */
export type SaverPort = {
  /** Sends the text as it stands; gives the server's time of the save. `keep`: as a version of its own. */
  send: (keep: boolean) => Promise<string>
  /** What a failure means for the writer. */
  judge: (error: unknown) => Failure
  /** The server has all that was written up to now. */
  onSaved: () => void
  now: () => number
  /** Calls back after so many milliseconds; gives the function that calls it off. */
  later: (milliseconds: number, run: () => void) => () => void
}

export type Saver = {
  state: Store<SaveState>
  edited: () => void
  /** Saves now what is unsaved, waiting for a save under way; true when the server has everything. */
  flush: (keep?: boolean) => Promise<boolean>
  loaded: (at: string | null) => void
  unsaved: () => boolean
  stop: () => void
}

/** Saves a text by itself as `autosave.ts` says, one save at a time. */
export function createSaver(port: SaverPort): Saver {
  const state = createStore<SaveState>(START)
  let callOff: () => void = () => undefined
  let current: Promise<boolean> | null = null
  let stopped = false
  const step = (event: Parameters<typeof stepSave>[1]) => {
    state.set(stepSave(state.get(), event))
    callOff()
    const due = dueAt(state.get())
    if (due !== null && !stopped) callOff = port.later(Math.max(0, due - port.now()), () => void push(false))
  }
  const once = async (keep: boolean): Promise<boolean> => {
    step({ type: 'sending' })
    try {
      const at = await port.send(keep)
      step({ type: 'saved', at, now: port.now() })
      if (!isUnsaved(state.get())) port.onSaved()
      return true
    } catch (error) {
      step({ type: 'failed', ...port.judge(error), now: port.now() })
      return false
    }
  }
  const push = (keep: boolean): Promise<boolean> => {
    current ??= once(keep).finally(() => {
      current = null
    })
    return current
  }
  const flush = async (keep = false): Promise<boolean> => {
    if (current) await current
    if (!isUnsaved(state.get())) return true
    return (await push(keep)) && flush(keep)
  }
  return {
    state,
    flush,
    edited: () => {
      stopped = false
      step({ type: 'edited', now: port.now() })
    },
    loaded: (at) => step({ type: 'loaded', at }),
    unsaved: () => isUnsaved(state.get()),
    stop: () => {
      stopped = true
      callOff()
    },
  }
}
