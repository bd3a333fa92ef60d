import { useSyncExternalStore } from 'react'

/** A value outside React that screens may watch; for the few things every page shares (session, connection, theme). */
export type Store<T> = { get: () => T; set: (next: T) => void; watch: (heard: () => void) => () => void; use: () => T }

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const ears = new Set<() => void>()
  const watch = (heard: () => void) => {
    ears.add(heard)
    return () => ears.delete(heard)
  }
  const get = () => value
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const heard of ears) heard()
  }
  return { get, set, watch, use: () => useSyncExternalStore(watch, get) }
}
