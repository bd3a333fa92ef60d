import Input from 'antd/es/input'
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 350

/**
 * A search box that waits for the end of pinyin composition and for a short pause before it asks.
 *
 * @param value what the address says now; typing elsewhere (the way back) is followed
 */
export function SearchInput({
  value,
  label,
  onSearch,
  placeholder,
  autoFocus,
  list,
}: {
  value: string
  label: string
  onSearch: (text: string) => void
  placeholder?: string
  autoFocus?: boolean
  /** The list box it steers, and the option stood on: for screen readers. */
  list?: { id: string; active: string | undefined }
}) {
  const { typed, setTyped, composing, timer, ask, later } = useAsking(value, onSearch)
  return (
    <Input
      type="search"
      className="rm-search"
      allowClear
      aria-label={label}
      placeholder={placeholder ?? label}
      value={typed}
      maxLength={80}
      {...(autoFocus ? { autoFocus } : {})}
      {...(list
        ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': list.id, 'aria-activedescendant': list.active }
        : {})}
      onCompositionStart={() => {
        composing.current = true
        clearTimeout(timer.current)
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        later(event.currentTarget.value)
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!composing.current) later(event.target.value)
      }}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing && !composing.current) ask(event.currentTarget.value.trim())
      }}
    />
  )
}

/** What stands in the box, and when it is asked for: after a pause, or at once. Never in the middle of a composition. */
function useAsking(value: string, onSearch: (text: string) => void) {
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setTyped(value)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = (text: string) => {
    clearTimeout(timer.current)
    if (text === sent.current) return
    sent.current = text
    onSearch(text)
  }
  const later = (text: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(text.trim()), PAUSE_MS)
  }
  return { typed, setTyped, composing, timer, ask, later }
}
