import { keep, readKept } from './kept.ts'
import { useDarkSystem } from './screen.ts'
import { createStore } from './store.ts'

export const THEMES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEMES)[number]
const isTheme = (value: unknown): value is ThemeChoice => THEMES.some((theme) => theme === value)

const choice = createStore<ThemeChoice>(readKept('theme', 'system', isTheme))

export function chooseTheme(next: ThemeChoice): void {
  keep('theme', next)
  choice.set(next)
}

/** What the person chose, and whether the page is dark now. */
export function useTheme(): { choice: ThemeChoice; dark: boolean } {
  const chosen = choice.use()
  const system = useDarkSystem()
  return { choice: chosen, dark: chosen === 'system' ? system : chosen === 'dark' }
}
