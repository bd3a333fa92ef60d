import { declaredZipSize, sniff } from '../../platform/http/sniff.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'
import type { SheetRow } from './domain/sheet.ts'

export type SheetAnswer = { rows: SheetRow[] } | { refused: 'unreadable' | 'tooLarge'; reason: string }

const WORKER = new URL('./import.worker.ts', import.meta.url)
export const MOST_UNPACKED = 60 * 1024 * 1024
const MOST_ENTRIES = 500
const LIMITS = { timeoutMs: 15_000, memoryMb: 256 }

/**
 * Reads the rows of an uploaded .xlsx in a thread with limits of time and memory: a workbook that lies about its size
 * ends the thread, not the server.
 *
 * @throws Refused platform.unsupportedFile, paymentImport.tooLarge, paymentImport.unreadable (its `details.reason` says why)
 */
export async function readSheet(upload: Upload): Promise<SheetRow[]> {
  if (sniff(upload.bytes) !== 'zip') refuse('platform.unsupportedFile')
  const declared = declaredZipSize(upload.bytes)
  if (!declared) refuse('paymentImport.unreadable')
  if (declared.size > MOST_UNPACKED || declared.entries > MOST_ENTRIES) refuse('paymentImport.tooLarge')
  const answer = await runWorker<SheetAnswer>(WORKER, { bytes: upload.bytes }, LIMITS).catch((error: unknown) => {
    throw new Refused('paymentImport.tooLarge', { cause: error })
  })
  if ('rows' in answer) return answer.rows
  return refuse(`paymentImport.${answer.refused}`, answer.reason === '' ? undefined : { reason: answer.reason })
}
