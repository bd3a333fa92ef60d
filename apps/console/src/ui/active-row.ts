import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** The row last stood on, by address, while the console is open: coming back stands on it again. */
const lastRow = new Map<string, string>()

/** The row that j/k move and Enter opens. */
export function useActiveRow(keys: readonly string[]) {
  const { pathname, search } = useLocation()
  const place = pathname + search
  const [chosen, choose] = useState<string | null>(() => lastRow.get(place) ?? null)
  const key = chosen !== null && keys.includes(chosen) ? chosen : null
  const set = (next: string) => {
    lastRow.set(place, next)
    choose(next)
  }
  const move = (step: number) => {
    const at = key === null ? (step > 0 ? -1 : keys.length) : keys.indexOf(key)
    const next = keys[Math.min(keys.length - 1, Math.max(0, at + step))]
    if (next !== undefined) set(next)
  }
  useEffect(() => {
    if (key === null) return
    document.querySelector(`[data-row-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [key])
  return { key, set, move }
}
