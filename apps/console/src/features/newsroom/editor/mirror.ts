import type { StoryContent } from '@rongmei/contract'

/**
 * The unsaved text, kept in the browser per person and story until the server confirmed it: a crash, an expired
 * session or a day without network loses nothing. On shared computers the person's id in the name keeps texts apart.
 */
export type Mirrored = { at: string; rev: number; content: StoryContent }

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'rongmei.unsaved.'

export const mirrorKey = (person: string, story: string): string => `${PREFIX}${person}.${story}`

/** Writes the text; when the browser's store is full, older texts make room. False when even that did not help. */
export function writeMirror(store: Store, key: string, value: Mirrored): boolean {
  const text = JSON.stringify(value)
  for (let room = true; room; room = dropOldest(store, key)) {
    try {
      store.setItem(key, text)
      return true
    } catch {
      // Full, or the browser keeps nothing in private mode: dropOldest decides whether there is room to make.
    }
  }
  return false
}

/** The kept text, or null when there is none or it is not readable. */
export function readMirror(store: Store, key: string): Mirrored | null {
  try {
    const value: unknown = JSON.parse(store.getItem(key) ?? 'null')
    return isMirrored(value) ? value : null
  } catch {
    return null
  }
}

export function dropMirror(store: Store, key: string): void {
  try {
    store.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

function isMirrored(value: unknown): value is Mirrored {
  if (typeof value !== 'object' || value === null) return false
  const { at, rev, content } = value as Partial<Mirrored>
  return (
    typeof at === 'string' &&
    typeof rev === 'number' &&
    typeof content === 'object' &&
    content !== null &&
    typeof content.title === 'string' &&
    Array.isArray(content.body?.content)
  )
}

function dropOldest(store: Store, except: string): boolean {
  const others: { key: string; at: string }[] = []
  for (let index = 0; index < store.length; index += 1) {
    const key = store.key(index)
    if (key?.startsWith(PREFIX) && key !== except) others.push({ key, at: readMirror(store, key)?.at ?? '' })
  }
  const oldest = others.sort((one, two) => one.at.localeCompare(two.at))[0]
  if (!oldest) return false
  store.removeItem(oldest.key)
  return true
}
