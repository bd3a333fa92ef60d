import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { Ctx } from '../ctx.ts'

export type Renditions = { of(ctx: Ctx, sha256: string, width: number): Promise<Buffer> }

/**
 * Smaller copies of pictures as WebP, made when first asked for. The last `most` are kept in memory; browsers and any
 * cache before us keep theirs for a year, since a name never changes its content.
 */
export function makeRenditions(most: number): Renditions {
  const kept = new Map<string, Promise<Buffer>>()
  return {
    of: (ctx, sha256, width) => {
      const key = `${sha256}/${width}`
      const known = kept.get(key)
      const made =
        known ??
        make(ctx, sha256, width).catch((error: unknown) => {
          kept.delete(key)
          throw error
        })
      kept.delete(key)
      kept.set(key, made)
      const oldest = kept.keys().next().value
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return made
    },
  }
}

async function make(ctx: Ctx, sha256: string, width: number): Promise<Buffer> {
  const original = await buffer(ctx.storage.read(sha256))
  return sharp(original).rotate().resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer()
}
