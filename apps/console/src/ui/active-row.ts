import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** The row last stood on, by address, while the console is open: coming back stands on it again. */
const lastRow = new Map<string, string>()

const rowElement = (key: string) => document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`)

/** The row that j/k move and Enter opens. Rows carry `data-row-key` and `tabIndex={-1}`. */
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
    if (next === undefined) return
    set(next)
    // Focus goes along, or Enter would still press whatever link or button was used last.
    rowElement(next)?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (key === null) return
    rowElement(key)?.scrollIntoView({ block: 'nearest' })
  }, [key])
  return { key, set, move }
}
