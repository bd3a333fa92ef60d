import type { Finding, ReadResult, RefusalKey } from '@rongmei/appraisal'
import { declaredZipSize, sniff } from '../../platform/http/sniff.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'

export type ReaderAnswer = { result: ReadResult; lint: Finding[][] } | { refused: RefusalKey; reason: string }

const WORKER = new URL('./import.worker.ts', import.meta.url)
const MOST_UNPACKED = 200 * 1024 * 1024
const MOST_ENTRIES = 5_000
const LIMITS = { timeoutMs: 20_000, memoryMb: 512 }
/** More than any district has in a year; a preview of more could not be looked through by a person anyway. */
const MOST_FORMS = 200
const MOST_ROWS = 10_000

const TOO_LARGE: readonly RefusalKey[] = [
  'tooLarge',
  'tooManyRows',
  'tooManyColumns',
  'cellTooLong',
  'tooManyForms',
  'zipBomb',
]

/**
 * Reads an uploaded .txt, .docx or .xlsx. The bytes decide what it is, not the name; the work is done in a thread with
 * limits of time and memory, so that a file that lies about its size ends the thread, not the server.
 *
 * @throws Refused platform.unsupportedFile, form.tooLarge, form.unreadable (its `details.reason` says why, in Chinese)
 */
export async function readUploadedForms(upload: Upload): Promise<{ result: ReadResult; lint: Finding[][] }> {
  const kind = kindOfFile(upload)
  const answer = await runWorker<ReaderAnswer>(WORKER, { bytes: upload.bytes, kind }, LIMITS).catch(
    (error: unknown) => {
      throw new Refused('form.tooLarge', { cause: error })
    },
  )
  if ('refused' in answer)
    refuse(TOO_LARGE.includes(answer.refused) ? 'form.tooLarge' : 'form.unreadable', reasonOf(answer))
  const { projects, src } = answer.result
  if (projects.length === 0) refuse('form.unreadable', reasonOf({ reason: src.blocks[0]?.why ?? '' }))
  const rows = projects.reduce((sum, form) => sum + form.indicators.length, 0)
  if (projects.length > MOST_FORMS || rows > MOST_ROWS) refuse('form.tooLarge')
  return answer
}

const reasonOf = ({ reason }: { reason: string }) => (reason === '' ? undefined : { reason })

function kindOfFile(upload: Upload): 'text' | 'docx' | 'xlsx' {
  const sniffed = sniff(upload.bytes)
  if (sniffed === 'zip') return kindOfZip(upload)
  // Text in GB 18030 looks like nothing to the sniffer; the reader decides, and refuses what is no text.
  if (sniffed === 'text' || (sniffed === 'unknown' && /\.txt$/i.test(upload.name))) return 'text'
  return refuse('platform.unsupportedFile')
}

function kindOfZip(upload: Upload): 'docx' | 'xlsx' {
  const declared = declaredZipSize(upload.bytes)
  if (!declared) refuse('form.unreadable')
  if (declared.size > MOST_UNPACKED || declared.entries > MOST_ENTRIES) refuse('form.tooLarge')
  // The names of a zip's parts stand uncompressed in it: every Word file has word/document.xml, every workbook xl/workbook.xml.
  const bytes = Buffer.from(upload.bytes.buffer, upload.bytes.byteOffset, upload.bytes.byteLength)
  if (bytes.includes('word/document.xml')) return 'docx'
  return bytes.includes('xl/workbook.xml') ? 'xlsx' : refuse('platform.unsupportedFile')
}
