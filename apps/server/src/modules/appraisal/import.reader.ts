import type { Finding, Mapping, ReadResult, RefusalKey } from '@rongmei/appraisal'
import { declaredZipSize, sniff } from '../../platform/http/sniff.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'

/** Mappings that people made, by the headings they are for. */
export type Layouts = readonly { key: string; mapping: Mapping }[]

/** What was read; `unread` says which files of a zip were not, `grid` is the bare table where no form was recognised. */
export type FileReading = { result: ReadResult; lint: Finding[][]; unread: string[]; grid: string[][] | null }

export type ReaderAnswer = FileReading | { refused: RefusalKey; reason: string }

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
 * Reads an upload of any kind the package knows, or a zip of them. The bytes decide what it is, not the name; the work
 * is done in a thread with limits of time and memory, so that a file that lies about its size ends the thread, not the
 * server.
 *
 * @throws Refused platform.unsupportedFile, form.tooLarge, form.unreadable (its `details.reason` says why, in Chinese)
 */
export async function readUploadedForms(upload: Upload, layouts: Layouts): Promise<FileReading> {
  checkKind(upload)
  const { bytes, name } = upload
  const answer = await runWorker<ReaderAnswer>(WORKER, { bytes, name, layouts }, LIMITS).catch((error: unknown) => {
    throw new Refused('form.tooLarge', { cause: error, details: { reason: TOO_MUCH } })
  })
  const macros = hasMacros(bytes) ? [WITH_MACROS] : []
  if ('refused' in answer) {
    const reason = [answer.reason, ...macros].filter(Boolean).join('；')
    refuse(TOO_LARGE.includes(answer.refused) ? 'form.tooLarge' : 'form.unreadable', reasonOf({ reason }))
  }
  const { projects, src } = answer.result
  if (projects.length === 0 && answer.grid === null) {
    refuse(
      'form.unreadable',
      reasonOf({ reason: [answer.unread[0] ?? src.blocks[0]?.why ?? '', ...macros].filter(Boolean).join('；') }),
    )
  }
  const rows = projects.reduce((sum, form) => sum + form.indicators.length, 0)
  if (projects.length > MOST_FORMS || rows > MOST_ROWS) refuse('form.tooLarge')
  return { ...answer, unread: [...answer.unread, ...macros] }
}

const WITH_MACROS = '文件里带有宏；只读表格里的内容，宏没有运行'

/** The names of a zip's parts stand uncompressed in it. */
function hasMacros(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('vbaProject.bin')
}

const TOO_MUCH = '读取这个文件超出了时间或内存的限度，请拆分后再导入'

const reasonOf = ({ reason }: { reason: string }) => (reason === '' ? undefined : { reason })

/** What may go to the reader at all; a picture or a program need not. */
function checkKind(upload: Upload): void {
  const sniffed = sniff(upload.bytes)
  if (sniffed === 'zip') {
    const declared = declaredZipSize(upload.bytes)
    if (!declared) refuse('form.unreadable', { reason: '压缩包不完整，可能没有下载完，请重新取得文件' })
    if (declared.size > MOST_UNPACKED || declared.entries > MOST_ENTRIES) refuse('form.tooLarge')
    return
  }
  // Text in GB 18030 looks like nothing to the sniffer; the reader decides, and refuses what is no text.
  const maybeText = sniffed === 'unknown' && /\.(txt|html?|csv)$/i.test(upload.name)
  if (!maybeText && !['text', 'pdf', 'doc'].includes(sniffed)) refuse('platform.unsupportedFile')
}
