import { parentPort, workerData } from 'node:worker_threads'
import { AppraisalError, decodeText, lint, readDocx, readText, readXlsx } from '@rongmei/appraisal'
import type { ReaderAnswer } from './import.reader.ts'

const { bytes, kind } = workerData as { bytes: Uint8Array; kind: 'text' | 'docx' | 'xlsx' }

/** Reads one file in a thread of its own; what goes wrong is an answer, not a crash. */
async function read(): Promise<ReaderAnswer> {
  try {
    const result =
      kind === 'text' ? readText(decodeText(bytes)) : await (kind === 'docx' ? readDocx(bytes) : readXlsx(bytes))
    return { result, lint: result.projects.map((form) => lint(form)) }
  } catch (error) {
    if (error instanceof AppraisalError) return { refused: error.key, reason: error.message }
    return { refused: 'damaged', reason: '' }
  }
}

parentPort?.postMessage(await read())
