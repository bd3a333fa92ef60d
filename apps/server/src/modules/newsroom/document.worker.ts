import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'

/** Reads one .docx in a thread of its own; what goes wrong is an answer, not a crash. */
const { bytes } = workerData as { bytes: Uint8Array }
mammoth
  .convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"] },
  )
  .then((result) => parentPort?.postMessage({ html: result.value }))
  .catch((error: Error) => parentPort?.postMessage({ error: error.message }))
