import { abilityNames, roleNames } from '@rongmei/contract'
import { paths } from '../../app/paths.ts'
import { zh } from './zh.ts'

/** What an event is about: a word for it, its own id, and its page where it has one. */
export type Subject = { thing: string; id: string; to: string | null }

const PAGES: Record<string, (id: string) => string> = {
  story: paths.story,
  project: paths.project,
  indicator: paths.indicator,
  budget: paths.budgetProject,
}

/**
 * Reads `kind:id` of an event.
 *
 * @example readSubject('story:018f…') // { thing: '稿件', id: '018f…', to: '/stories/018f…' }
 */
export function readSubject(subject: string): Subject {
  const [kind = '', ...rest] = subject.split(':')
  const id = rest.join(':')
  const page = id ? PAGES[kind] : undefined
  return { thing: zh.things[kind] ?? kind, id, to: page ? page(id) : null }
}

/** One value of an event's data for reading: lists joined, objects as `名：值`, yes and no in words. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? zh.yes : zh.no
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(plainValue).join('、')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, inner]) => `${zh.keys[key] ?? key}：${plainValue(inner)}`)
      .join('；')
  }
  return codeWords(String(value as string | number))
}

/** Codes of the contract have words: roles and abilities. Anything else reads as it stands. */
export function codeWords(code: string): string {
  return { ...abilityNames, ...roleNames }[code as keyof typeof abilityNames] ?? code
}
