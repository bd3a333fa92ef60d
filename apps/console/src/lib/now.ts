import { useSyncExternalStore } from 'react'

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const ears = new Set<() => void>()

function watch(heard: () => void): () => void {
  ears.add(heard)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const ear of ears) ear()
  }, 30_000)
  return () => {
    ears.delete(heard)
    if (ears.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present, half a minute fresh: one timer for every relative time on the page. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now)
}
