import type { SpellerModel } from './model.ts'

/** First bytes of a model file; the digit is the format's version. */
const magic = 'RMSPELL1'
const alignment = 8

const kinds = { Uint8Array, Uint16Array, Uint32Array, Float32Array } as const
type Kind = keyof typeof kinds
type Typed = InstanceType<(typeof kinds)[Kind]>

interface Placed {
  readonly typed: Kind
  readonly offset: number
  readonly length: number
}

const isTyped = (value: unknown): value is Typed => ArrayBuffer.isView(value)

const isPlaced = (value: unknown): value is Placed => typeof value === 'object' && value !== null && 'typed' in value

const align = (offset: number) => Math.ceil(offset / alignment) * alignment

/** The model as one file: a header of JSON in which every list has become its place, then the lists as they lie in memory. */
export const packModel = (model: SpellerModel): Uint8Array<ArrayBuffer> => {
  const lists: [Typed, number][] = []
  let size = 0
  const header = JSON.stringify(model, (_key, value: unknown) => {
    if (!isTyped(value)) return value
    const placed = { typed: value.constructor.name, offset: size, length: value.length }
    lists.push([value, size])
    size = align(size + value.byteLength)
    return placed
  })
  const head = new TextEncoder().encode(header)
  const begin = align(magic.length + 4 + head.length)
  const bytes = new Uint8Array(begin + size)
  bytes.set(new TextEncoder().encode(magic))
  new DataView(bytes.buffer).setUint32(magic.length, head.length, true)
  bytes.set(head, magic.length + 4)
  for (const [list, offset] of lists)
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), begin + offset)
  return bytes
}

/**
 * Opens a packed model; its lists are views of the given bytes, so opening costs nothing and threads can share a buffer.
 * @throws RangeError when the bytes are no model, or cut short
 */
export const openModel = (bytes: Uint8Array): SpellerModel => {
  const broken = () => new RangeError('模型文件无法识别：不是本版本的纠错模型，或文件不完整。')
  const start = magic.length + 4
  if (bytes.length < start || new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) throw broken()
  const aligned = bytes.byteOffset % alignment === 0 ? bytes : bytes.slice()
  const headLength = new DataView(aligned.buffer, aligned.byteOffset).getUint32(magic.length, true)
  const begin = align(start + headLength)
  if (begin > aligned.length) throw broken()
  const view = (_key: string, value: unknown) => {
    if (!isPlaced(value)) return value
    const kind = kinds[value.typed]
    const at = begin + value.offset
    if (at + value.length * kind.BYTES_PER_ELEMENT > aligned.length) throw broken()
    return new kind(aligned.buffer as ArrayBuffer, aligned.byteOffset + at, value.length)
  }
  return JSON.parse(new TextDecoder().decode(aligned.subarray(start, start + headLength)), view) as SpellerModel
}
