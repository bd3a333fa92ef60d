import { slotOne, type Retrieval } from '../speller/retrieval.ts'

/** Hashes of the keys (each finished, all pairs different) and their values. */
export interface RetrievalInput {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly c: Int32Array
  readonly values: Uint16Array | Uint8Array
}

/** Sizes after Graf and Lemire, "Binary Fuse Filters", 2022, section 4. */
const sizesFor = (count: number) => {
  const size = Math.max(count, 8)
  const segment = Math.min(1 << 18, 2 ** Math.floor(Math.log(size) / Math.log(3.33) + 2.25))
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size))
  const capacity = Math.round(size * factor) + 64
  const segments = Math.max(1, Math.ceil(capacity / segment) - 2)
  return { segment, span: segments * segment, total: (segments + 2) * segment }
}

/**
 * Peels the hypergraph of keys and slots and fills the slots backwards.
 * @throws Error when the graph cannot be peeled (equal keys)
 */
export const buildRetrieval = ({ a, b, c, values }: RetrievalInput): Retrieval => {
  const count = a.length
  const { segment, span, total } = sizesFor(count)
  const mask = segment - 1
  const degree = new Uint8Array(total)
  const mixed = new Uint32Array(total)
  const slotsOf = (key: number): [number, number, number] => {
    const first = slotOne(a[key] ?? 0, span)
    return [first, (first + segment) ^ ((b[key] ?? 0) & mask), (first + 2 * segment) ^ ((c[key] ?? 0) & mask)]
  }
  const toggle = (slot: number, key: number, step: number) => {
    degree[slot] = (degree[slot] ?? 0) + step
    mixed[slot] = (mixed[slot] ?? 0) ^ key
  }
  for (let key = 0; key < count; key++) for (const slot of slotsOf(key)) toggle(slot, key, 1)
  const order = new Uint32Array(count)
  const owner = new Uint32Array(count)
  const queue = new Uint32Array(total)
  let waiting = 0
  let peeled = 0
  for (let slot = 0; slot < total; slot++) if (degree[slot] === 1) queue[waiting++] = slot
  while (waiting > 0) {
    const slot = queue[--waiting] ?? 0
    if (degree[slot] !== 1) continue
    const key = mixed[slot] ?? 0
    order[peeled] = key
    owner[peeled++] = slot
    for (const other of slotsOf(key)) {
      toggle(other, key, -1)
      if (degree[other] === 1) queue[waiting++] = other
    }
  }
  if (peeled < count) throw new Error(`retrieval: only ${peeled} of ${count} keys could be placed`)
  const slots = values instanceof Uint8Array ? new Uint8Array(total) : new Uint16Array(total)
  for (let at = count - 1; at >= 0; at--) {
    const key = order[at] ?? 0
    const own = owner[at] ?? 0
    let value = values[key] ?? 0
    for (const slot of slotsOf(key)) if (slot !== own) value ^= slots[slot] ?? 0
    slots[own] = value
  }
  return { slots, segment, span }
}
