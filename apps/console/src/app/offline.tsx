import { useSyncExternalStore } from 'react'
import { zh } from './zh.ts'

function watch(heard: () => void): () => void {
  addEventListener('online', heard)
  addEventListener('offline', heard)
  return () => {
    removeEventListener('online', heard)
    removeEventListener('offline', heard)
  }
}

/** Says that the network is gone and that nothing written is lost. */
export function OfflineBanner() {
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  if (online) return null
  return (
    <p className="rm-offline rm-chrome" role="alert">
      {zh.offline}
    </p>
  )
}
