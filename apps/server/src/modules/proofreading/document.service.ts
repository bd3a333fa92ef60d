import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'
import { checkOptions } from './checker.ts'
import type { DocumentAnswer, DocumentTask } from './document.worker.ts'

const WORKER = new URL('./document.worker.ts', import.meta.url)
const LIMITS = { timeoutMs: 60_000, memoryMb: 512 }
const AUTHOR = '融媒校对'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Proofreads a file of another department or a partner unit, in a thread of its own; nothing of it is kept.
 * @throws Refused proofreading.badDocument (its `details.reason` says why, in Chinese), platform.busy
 */
export async function checkDocument(ctx: Ctx, upload: Upload) {
  const began = performance.now()
  const { blocks, findings } = await work(ctx, upload, null)
  const shown = findings.map((finding) => ({ ...finding, suggestions: [...finding.suggestions] }))
  return { blocks: [...blocks], findings: shown, milliseconds: Math.round(performance.now() - began) }
}

/** The file with a Word comment upon each finding. @throws Refused as {@link checkDocument} */
export async function annotateDocument(ctx: Ctx, upload: Upload) {
  const { annotated } = await work(ctx, upload, { author: AUTHOR, at: ctx.now() })
  if (!annotated) return refuse('proofreading.badDocument')
  const name = `${upload.name.replace(/\.[^.]*$/, '')}-校对批注.docx`
  return { bytes: annotated, type: DOCX, name }
}

async function work(ctx: Ctx, upload: Upload, annotate: DocumentTask['annotate']) {
  const options = await checkOptions(ctx, dayOf(ctx.now()))
  const task: DocumentTask = { bytes: upload.bytes, name: upload.name, options, annotate }
  const answer = await runWorker<DocumentAnswer>(WORKER, task, LIMITS).catch((error: unknown) => {
    throw new Refused('platform.busy', { cause: error })
  })
  if (!('refused' in answer)) return answer
  return refuse('proofreading.badDocument', answer.refused === '' ? undefined : { reason: answer.refused })
}
