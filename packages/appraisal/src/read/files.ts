import { AppraisalError, REFUSALS } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { ReadResult } from '../model.ts'
import { isDocument, readBytes } from './bytes.ts'
import { unzip, type ZipPart } from './zip.ts'

/** One file of several: its forms, or why it was refused. */
export type FileRead =
  | { file: string; result: ReadResult; refused: null }
  | { file: string; result: null; refused: AppraisalError }

/**
 * Reads files and zips of files, zips in zips too (`LIMITS.nesting`), one after the other, so that only one is in memory
 * at a time. A file that cannot be read is an answer, not the end of the others.
 *
 * @param name shown with what was found; files of a zip are `zip!inner`
 */
export async function* readFiles(name: string, bytes: Uint8Array, depth = 0): AsyncGenerator<FileRead> {
  let parts: ZipPart[]
  try {
    if (!isZip(bytes) || isDocument(bytes)) {
      yield { file: name, result: await readBytes(bytes), refused: null }
      return
    }
    if (depth >= LIMITS.nesting) throw new AppraisalError('zipBomb', '压缩包套得太多')
    parts = unzip(bytes)
  } catch (error) {
    yield { file: name, result: null, refused: refusalOf(error) }
    return
  }
  for (const part of parts) yield* readFiles(`${name}!${part.name}`, part.bytes, depth + 1)
}

function refusalOf(error: unknown): AppraisalError {
  if (error instanceof AppraisalError) return error
  throw error instanceof Error ? error : new Error(REFUSALS.damaged)
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}
