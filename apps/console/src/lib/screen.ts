import { useSyncExternalStore } from 'react'

/** Below this the console is a phone: drawer navigation, rows as cards, panels stacked. */
const PHONE = '(max-width: 767.98px)'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (heard) => {
      const media = matchMedia(query)
      media.addEventListener('change', heard)
      return () => media.removeEventListener('change', heard)
    },
    () => matchMedia(query).matches,
  )
}

export const usePhone = (): boolean => useMedia(PHONE)
export const useDarkSystem = (): boolean => useMedia('(prefers-color-scheme: dark)')
