/** Token of whatever the model has no room for. */
export const unknown = 0
/** Token that stands before the first character of a sentence. */
export const opening = 1

/** Tokens fit into 13 bits: four of them, the longest key of a sorted list, into a double's 52. */
export const tokenBits = 13
export const mostTokens = 6000

const code = (char: string) => char.charCodeAt(0)

/** One UTF-16 unit as the model sees it: width, digits, letters and quotation marks folded; 0 for what it passes over. */
const foldUnit = (raw: number): number => {
  const unit = raw >= 0xff01 && raw <= 0xff5e ? raw - 0xfee0 : raw
  if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || (unit >= 0x200b && unit <= 0x200f))
    return 0
  if (unit >= code('0') && unit <= code('9')) return code('0')
  if ((unit >= code('a') && unit <= code('z')) || (unit >= code('A') && unit <= code('Z'))) return code('a')
  if (unit === code('“') || unit === code('”')) return code('"')
  return unit
}

/** `foldUnit` for every UTF-16 unit. */
export const folded: Uint16Array = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => foldUnit(unit))

const closers = new Set(Array.from('。!?;…', code))

/** Whether a folded unit ends a sentence. */
export const endsSentence: Uint8Array = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => (closers.has(unit) ? 1 : 0))

/** Runs of digits, and runs of letters, are one token. */
export const isRun = (unit: number): boolean => unit === 0x30 || unit === 0x61

export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

export interface Vocabulary {
  /** Folded unit of every token; the first two tokens have none. */
  readonly units: Uint16Array
  /** Token of every UTF-16 unit, folding included. */
  readonly tokens: Uint16Array
}

/** The vocabulary whose tokens from 2 on are these folded units. */
export const createVocabulary = (listed: ArrayLike<number>): Vocabulary => {
  const units = new Uint16Array(listed.length + 2)
  const ofFolded = new Uint16Array(0x1_0000)
  for (let index = 0; index < listed.length; index++) {
    const unit = listed[index] ?? 0
    units[index + 2] = unit
    ofFolded[unit] = index + 2
  }
  return { units, tokens: Uint16Array.from(folded, (unit) => ofFolded[unit] ?? unknown) }
}
