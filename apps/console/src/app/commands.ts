import type { Ability } from '@rongmei/contract'
import { chooseTheme, THEMES } from '../lib/theme-choice.ts'
import { placesFor } from './navigation.ts'
import { paths } from './paths.ts'
import { zh } from './zh.ts'

export type Command = {
  key: string
  kind: string
  label: string
  note?: string
  to?: string
  run?: () => void
  /** Known here, without asking the server: it may be taken before the stories for the words have come. */
  local?: true
}

/** Everything the palette offers before one searches: every place of the menu, and a few doings. */
export function commandsFor(abilities: readonly Ability[]): Command[] {
  const places = placesFor(abilities).flatMap((place) =>
    (place.children ?? [place]).map((child) => ({ key: child.to, kind: zh.places, label: child.label, to: child.to })),
  )
  const doings: Command[] = [
    ...(abilities.includes('story.write')
      ? [{ key: 'write', kind: zh.doings, label: '写稿', to: paths.storyNew() }]
      : []),
    { key: 'account', kind: zh.places, label: zh.account, to: paths.account() },
    ...THEMES.map((theme) => ({
      key: theme,
      kind: zh.doings,
      label: `${zh.theme}：${zh.themes[theme]}`,
      run: () => chooseTheme(theme),
    })),
  ]
  return [...places, ...doings].map((command) => ({ ...command, local: true }))
}

/** Commands whose label contains every word, in the order given. */
export function matching(commands: readonly Command[], words: string): Command[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter((command) => wanted.every((word) => command.label.toLowerCase().includes(word)))
}
