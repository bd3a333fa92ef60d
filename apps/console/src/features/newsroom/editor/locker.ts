import { type Lock, Refusal } from '@rongmei/contract'
import { createStore, type Store } from '../../../lib/store.ts'
import { type LockEvent, type LockState, RENEW_EVERY, stepLock } from './lock.ts'

/** What the lock needs from the outside. */
export type LockerPort = {
  take: (takeOver: boolean) => Promise<Lock>
  release: () => void
  /** Sends the unsaved text as a version of its own; gives its number. */
  rescue: () => Promise<number>
  /** Who holds the lock now, after a refusal that does not say so. */
  look: () => Promise<Lock | null>
  unsaved: () => boolean
  /** Somebody else's text is ours to write now: read what they left. */
  onTakenOver: () => void
  every: (milliseconds: number, run: () => void) => () => void
}

export type Locker = {
  state: Store<LockState>
  send: (event: LockEvent) => void
  /** Resolves true once this page holds the lock. */
  ensure: () => Promise<boolean>
  rescueFailed: Store<boolean>
  retryRescue: () => void
  start: () => void
  stop: () => void
}

const REFUSED = new Set(['story.locked', 'story.lockLost'])

/** Runs the lock's state machine: asks, renews every 30 seconds, rescues and gives back. */
export function createLocker(port: LockerPort): Locker {
  const state = createStore<LockState>({ kind: 'free' })
  const rescueFailed = createStore(false)
  let asking: Promise<void> | null = null
  const send = (event: LockEvent): void => {
    const step = stepLock(state.get(), event)
    state.set(step.state)
    if (step.effect === 'take' || step.effect === 'takeOver') void ask(step.effect === 'takeOver')
    if (step.effect === 'release') port.release()
    if (step.effect === 'rescue') rescue()
  }
  const rescue = () => {
    rescueFailed.set(false)
    port.rescue().then(
      (revision) => send({ type: 'rescued', revision }),
      () => rescueFailed.set(true),
    )
  }
  const ask = (takeOver: boolean): Promise<void> => {
    asking ??= answer(takeOver).finally(() => {
      asking = null
    })
    return asking
  }
  const answer = async (takeOver: boolean): Promise<void> => {
    try {
      const lock = await port.take(takeOver)
      if (!lock.mine) return send({ type: 'refused', lock, unsaved: port.unsaved() })
      send({ type: 'granted' })
      if (takeOver) port.onTakenOver()
    } catch (error) {
      if (!(error instanceof Refusal) || !REFUSED.has(error.key)) return send({ type: 'unreachable' })
      const lock = await port.look().catch(() => null)
      send({ type: 'refused', lock: lock?.mine ? null : lock, unsaved: port.unsaved() })
    }
  }
  let stopRenewing: () => void = () => undefined
  return {
    state,
    send,
    rescueFailed,
    retryRescue: rescue,
    ensure: async () => {
      if (state.get().kind === 'free') send({ type: 'edited' })
      if (asking) await asking
      return state.get().kind === 'held'
    },
    start: () => {
      stopRenewing = port.every(RENEW_EVERY, () => {
        if (state.get().kind === 'held') void ask(false)
      })
    },
    stop: () => {
      stopRenewing()
      send({ type: 'left' })
    },
  }
}
