const ENDPOINT = '/api/reader/reads'
/** Somebody who leaves at once has not read. */
const READING_MS = 3_000
const KEY = 'rongmei.reads'

/**
 * Counts one read, once the page was looked at for some seconds. Reads wait in the browser until they were received,
 * so that a tunnel or a short outage loses none; the server itself discounts reloads and machines.
 */
export function countVisit(slug: string | undefined): void {
  if (slug) setTimeout(() => remember(slug), READING_MS)
  void send()
}

function remember(slug: string): void {
  if (document.visibilityState === 'hidden') {
    document.addEventListener('visibilitychange', () => remember(slug), { once: true })
    return
  }
  write([...new Set([...read(), slug])].slice(-20))
  void send()
}

async function send(): Promise<void> {
  const slugs = read()
  if (slugs.length === 0) return
  const headers = { 'content-type': 'application/json', 'x-requested-with': 'rongmei' }
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    keepalive: true,
    headers,
    body: JSON.stringify({ slugs }),
  }).catch(() => null)
  if (response && response.status < 500) write(read().filter((slug) => !slugs.includes(slug)))
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((item): item is string => typeof item === 'string') : []
  } catch {
    return []
  }
}

function write(slugs: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(slugs))
  } catch {
    // A browser that keeps nothing counts nothing; reading goes on.
  }
}
