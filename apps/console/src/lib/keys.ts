import { useEffect, useId, useRef } from 'react'
import { createStore } from './store.ts'

/**
 * One shortcut. `combo`: `j`, `Enter`, `F7`, `?`, `mod+s` (Ctrl, or ⌘ on a Mac), `alt+ArrowUp`, `mod+Enter`.
 */
export type KeyBinding = {
  combo: string
  /** What it does, for the help page. */
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while a dialog or drawer is open (only for keys of that dialog itself). */
  inDialog?: boolean
}

export type KeyGroup = { id: string; title: string; bindings: readonly KeyBinding[] }
/** Every group on screen now: the help page lists them. */
export const keyGroups = createStore<readonly KeyGroup[]>([])

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'>

/**
 * Whether a key event is the combination. Never during pinyin composition: an input method reports `isComposing`, and
 * older ones key code 229, for the very Enter and letters that choose a candidate.
 */
export function matches(event: Pressed, combo: string): boolean {
  if (event.isComposing || event.keyCode === 229) return false
  const parts = combo.split('+')
  const key = parts.at(-1) || '+'
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  if ((event.ctrlKey || event.metaKey) !== wants('mod')) return false
  if (event.altKey !== wants('alt')) return false
  // `?` is itself Shift+/: a bare symbol accepts Shift, letters and named keys do not.
  const symbol = key.length === 1 && !/[a-z0-9]/i.test(key)
  if (!symbol && event.shiftKey !== wants('shift')) return false
  return event.key.toLowerCase() === key.toLowerCase()
}

/** Whether a plain key at this element is text somebody types, or belongs to a control that uses it itself. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (!element || typeof element.closest !== 'function') return false
  return (
    element.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=listbox], [role=combobox]',
    ) !== null
  )
}

/** A bare key (no modifier, no F-key) must leave typing alone; Enter must also leave focused buttons and links alone. */
function blocked(event: KeyboardEvent, binding: KeyBinding): boolean {
  const bare = !/^(mod|alt)\+/.test(binding.combo) && !/^F\d+$/.test(binding.combo)
  if (!binding.inDialog && document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open'))
    return true
  if (!bare) return false
  if (isTyping(event.target)) return true
  const element = event.target as HTMLElement | null
  return binding.combo === 'Enter' && element?.closest?.('button, a, [role=menuitem], [role=tab]') !== null
}

function register(group: KeyGroup): () => void {
  keyGroups.set([...keyGroups.get().filter((other) => other.id !== group.id), group])
  return () => keyGroups.set(keyGroups.get().filter((other) => other.id !== group.id))
}

/**
 * Shortcuts of a page or panel while it is on screen, listed on the `?` page under `title`. When two bind the
 * same key, the one that was on screen first has it.
 *
 * @example useKeys('写稿', [{ combo: 'mod+s', label: '保存', run: save }])
 */
export function useKeys(title: string, bindings: readonly KeyBinding[], enabled = true): void {
  const id = useId()
  const current = useRef(bindings)
  current.current = bindings
  const shown = bindings.map((binding) => `${binding.combo} ${binding.label}`).join('\n')
  useEffect(() => {
    if (!enabled) return undefined
    const leave = register({ id, title, bindings: current.current })
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const hit = current.current.find((binding) => matches(event, binding.combo) && !blocked(event, binding))
      if (!hit) return
      event.preventDefault()
      hit.run(event)
    }
    document.addEventListener('keydown', press)
    return () => {
      leave()
      document.removeEventListener('keydown', press)
    }
  }, [id, title, shown, enabled])
}

const NAMES: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '回车',
  Escape: 'Esc',
}

/** `mod+Enter` → `Ctrl + 回车`. */
export function comboWords(combo: string): string {
  return combo
    .split('+')
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' + ')
}
