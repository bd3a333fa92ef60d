import { type Body, fromText, LIMITS, parseBody, type Pasted, type PasteNote, placePictures } from '@rongmei/body'
import type { Ctx } from '../../platform/ctx.ts'
import { storePicture } from '../../platform/http/files.ts'
import { declaredZipSize, sniff } from '../../platform/http/sniff.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'
import type { DocumentAnswer, DocumentSource } from './document.worker.ts'
import { fitsLength, MOST_CHARACTERS } from './domain/content.ts'
import { mayImport } from './story.policy.ts'

const MOST_UNPACKED = 200 * 1024 * 1024
const MOST_ENTRIES = 2_000
const WORKER = new URL('./document.worker.ts', import.meta.url)

export type Imported = { title: string; body: Body; notes: PasteNote[] }

/**
 * Reads a .docx, .html, .txt or .md into a title and a body; pictures inside are stored here. The file's bytes decide
 * what it is, not its name.
 * @throws Refused ability.missing, story.badDocx, story.docxTooLarge, story.tooLong, platform.unsupportedFile, body.*
 */
export async function importDocument(ctx: Ctx, upload: Upload): Promise<Imported> {
  demand(mayImport(ctx.actor))
  const imported = await readDocument(ctx, upload)
  const parsed = parseBody(imported.body)
  if (!parsed.ok) throw new Refused(parsed.why)
  demand(fitsLength(imported))
  return { ...imported, body: parsed.body }
}

async function readDocument(ctx: Ctx, upload: Upload): Promise<Imported> {
  if (sniff(upload.bytes) === 'zip') {
    demandModestZip(upload)
    return withPictures(ctx, await paste({ docx: upload.bytes }))
  }
  const text = textOf(upload)
  if (/\.html?$/i.test(upload.name) || /^\s*<(!doctype|html|body|div|p|section)\b/i.test(text)) {
    if (text.length > LIMITS.htmlWithPictures) refuse('story.tooLong')
    return withPictures(ctx, await paste({ html: text }))
  }
  if (text.length > MOST_CHARACTERS) refuse('story.tooLong')
  const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n')
  const title = first.replace(/^#+\s*/, '').trim()
  return title.length <= 60 && rest.some((line) => line.trim())
    ? { title, body: fromText(rest.join('\n')), notes: [] }
    : { title: '', body: fromText(text), notes: [] }
}

/** Text in UTF-8, or in GB 18030 as Windows editors still save it. @throws Refused platform.unsupportedFile */
function textOf(upload: Upload): string {
  const kind = sniff(upload.bytes)
  if (kind === 'text') return new TextDecoder('utf-8').decode(upload.bytes)
  if (kind !== 'unknown' || !/\.(txt|md|html?)$/i.test(upload.name)) refuse('platform.unsupportedFile')
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(upload.bytes)
    return CONTROL.test(text) ? refuse('platform.unsupportedFile') : text
  } catch (error) {
    throw new Refused('platform.unsupportedFile', { cause: error })
  }
}

/** What no text holds: control characters other than tab, line ends and form feed. */
const CONTROL = /[^\P{Cc}\t\n\r\f\v]/u

function demandModestZip(upload: Upload): void {
  const declared = declaredZipSize(upload.bytes)
  if (!declared) refuse('story.badDocx')
  if (declared.size > MOST_UNPACKED || declared.entries > MOST_ENTRIES) refuse('story.docxTooLarge')
}

/** Unpacks and cleans in a thread with limits of its own: neither a bomb nor five megabytes of markup make others wait. */
async function paste(source: DocumentSource): Promise<Pasted> {
  const answer = await runWorker<DocumentAnswer>(
    WORKER,
    { ...source, mostUnpacked: MOST_UNPACKED },
    { timeoutMs: 30_000, memoryMb: 512 },
  ).catch((error: unknown) => {
    throw new Refused('story.docxTooLarge', { cause: error })
  })
  if ('refused' in answer) throw new Refused(answer.refused)
  return answer.pasted
}

async function withPictures(ctx: Ctx, read: Pasted): Promise<Imported> {
  if (read.notes.some((note) => note.kind === 'tooLarge')) refuse('story.tooLong')
  const urls: (string | null)[] = []
  for (const picture of read.pictures) urls.push(await storeDataUrl(ctx, picture.dataUrl))
  const lost = urls.filter((url) => url === null).length
  const notes = lost > 0 ? [...read.notes, { kind: 'lostPicture' as const, count: lost }] : read.notes
  return { ...takeTitle(placePictures(read.body, urls)), notes }
}

async function storeDataUrl(ctx: Ctx, dataUrl: string): Promise<string | null> {
  const base64 = /^data:image\/[a-z0-9.+-]+;base64,/i.exec(dataUrl)
  if (!base64) return null
  const bytes = Buffer.from(dataUrl.slice(base64[0].length), 'base64')
  const stored = await storePicture(ctx, { bytes, name: '文档内图片' }).catch((error: unknown) => {
    if (error instanceof Refused && error.key === 'platform.unsupportedFile') return null
    throw error
  })
  return stored?.url ?? null
}

/** A short heading or first line that stands alone is the title. */
function takeTitle(body: Body): { title: string; body: Body } {
  const [first, ...rest] = body.content
  const text =
    first && 'content' in first && (first.type === 'heading' || first.type === 'paragraph')
      ? (first.content ?? [])
          .map((node) => (node.type === 'text' ? node.text : ''))
          .join('')
          .trim()
      : ''
  const isTitle =
    text !== '' && text.length <= 60 && rest.length > 0 && (first?.type === 'heading' || !/[。！？；]$/.test(text))
  return isTitle ? { title: text, body: { type: 'doc', content: rest } } : { title: '', body }
}
