/** A time-ordered identifier (RFC 9562 UUID version 7): rows created later sort later, so it serves as a paging key. */
export type Id = string

/**
 * Makes a UUID v7.
 *
 * @param now milliseconds since 1970, from the caller's clock (the replay runs under a fake one)
 * @param random 10 random bytes; injected so that a seeded replay yields the same ids
 */
export function makeId(now: number, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): Id {
  const bytes = new Uint8Array(16)
  let rest = now
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * A source of ids that never goes backwards: within one millisecond the 12 bits after the version count up (RFC 9562,
 * 6.2 method 1), so rows made in one burst, or under a clock that stands still, keep the order in which they were made.
 */
export function makeIdSource(now: () => number, random?: () => Uint8Array): () => Id {
  let last = 0
  let count = 0
  return () => {
    const at = Math.max(now(), last)
    count = at === last ? count + 1 : 0
    last = count > 0xfff ? at + 1 : at
    if (count > 0xfff) count = 0
    const bytes = random?.() ?? crypto.getRandomValues(new Uint8Array(10))
    bytes[0] = count >> 8
    bytes[1] = count & 0xff
    return makeId(last, bytes)
  }
}
