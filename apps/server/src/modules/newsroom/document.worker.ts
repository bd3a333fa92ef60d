import { parentPort, workerData } from 'node:worker_threads'
import { fromHtml, type Pasted } from '@rongmei/body'
import mammoth from 'mammoth'
import { unpackedZipSize } from '../../platform/http/sniff.ts'

export type DocumentSource = { docx: Uint8Array } | { html: string }
export type DocumentAnswer = { pasted: Pasted } | { refused: 'story.badDocx' | 'story.docxTooLarge' }

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"]

/** Reads one document in a thread of its own; what goes wrong is an answer, not a crash. */
async function read(source: DocumentSource, mostUnpacked: number): Promise<DocumentAnswer> {
  if ('html' in source) return { pasted: fromHtml(source.html) }
  // The directory may lie about sizes, and memory outside the heap is not limited by the thread: unpack with a cap first.
  const size = unpackedZipSize(source.docx, mostUnpacked)
  if (size === null) return { refused: 'story.badDocx' }
  if (size > mostUnpacked) return { refused: 'story.docxTooLarge' }
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(source.docx) }, { styleMap: STYLES })
    return { pasted: fromHtml(value) }
  } catch {
    return { refused: 'story.badDocx' }
  }
}

const { mostUnpacked, ...source } = workerData as DocumentSource & { mostUnpacked: number }
parentPort?.postMessage(await read(source as DocumentSource, mostUnpacked))
