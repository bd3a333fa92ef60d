import { parentPort, workerData } from 'node:worker_threads'
import {
  type CheckOptions,
  createChecker,
  docxOfText,
  type Finding,
  openDocx,
  type ProofBlock,
  readManuscript,
} from '@rongmei/proofread'

export type DocumentTask = {
  bytes: Uint8Array
  name: string
  options: CheckOptions
  /** Give the file back with comments by this author, at this instant (ms since 1970). */
  annotate: { author: string; at: number } | null
}
export type DocumentAnswer =
  | { blocks: readonly ProofBlock[]; findings: readonly Finding[]; annotated: Uint8Array | null }
  | { refused: string }

/** Opens, proofreads and annotates one file; what is wrong with the file is an answer, not a crash. */
async function work({ bytes, name, options, annotate }: DocumentTask): Promise<DocumentAnswer> {
  try {
    const docx = /\.docx$/i.test(name) ? bytes : docxOfText(await readManuscript(name, Buffer.from(bytes)))
    const open = openDocx(docx)
    const findings = createChecker(options).check(open.document)
    const by = annotate && { author: annotate.author, at: new Date(annotate.at) }
    return { blocks: open.document.blocks, findings, annotated: by && open.annotate(findings, by) }
  } catch (error) {
    return { refused: error instanceof RangeError ? error.message : '' }
  }
}

parentPort?.postMessage(await work(workerData as DocumentTask))
