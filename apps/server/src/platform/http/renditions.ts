import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { Ctx } from '../ctx.ts'

export type Renditions = {
  /** null when the picture cannot be unpacked (cut off, damaged): the original is then the best there is. */
  of(ctx: Ctx, sha256: string, width: number): Promise<Buffer | null>
}

/** Unpacked pictures take hundreds of megabytes: so many at once, however many readers ask. */
const AT_ONCE = 2

/**
 * Smaller copies of pictures as WebP, made when first asked for. The last `most` are kept in memory; browsers and any
 * cache before us keep theirs for a year, since a name never changes its content.
 */
export function makeRenditions(most: number): Renditions {
  const kept = new Map<string, Promise<Buffer | null>>()
  const turn = makeTurnstile(AT_ONCE)
  return {
    of: (ctx, sha256, width) => {
      const key = `${sha256}/${width}`
      const made = kept.get(key) ?? turn(() => make(ctx, sha256, width))
      kept.delete(key)
      kept.set(key, made)
      const oldest = kept.keys().next().value
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return made
    },
  }
}

async function make(ctx: Ctx, sha256: string, width: number): Promise<Buffer | null> {
  try {
    const original = await buffer(ctx.storage.read(sha256))
    return await sharp(original).rotate().resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer()
  } catch (error) {
    ctx.log.warn({ sha256, error }, 'no smaller copy of a picture')
    return null
  }
}

/** Lets `most` through at a time; the others wait in order. */
function makeTurnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let inside = 0
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => waiting.push(enter))
    else inside += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
}
