import { type Body, fromHtml, fromText, LIMITS, type PasteNote, placePictures } from '@rongmei/body'
import type { Ctx } from '../../platform/ctx.ts'
import { storePicture } from '../../platform/http/files.ts'
import { declaredZipSize, sniff } from '../../platform/http/sniff.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { Refused, refuse } from '../../platform/refusal.ts'
import { runWorker } from '../../platform/worker.ts'
import { MOST_CHARACTERS } from './domain/content.ts'

const MOST_UNPACKED = 200 * 1024 * 1024
const MOST_ENTRIES = 2_000
const WORKER = new URL('./document.worker.ts', import.meta.url)

export type Imported = { title: string; body: Body; notes: PasteNote[] }

/**
 * Reads a .docx, .html, .txt or .md into a title and a body; pictures inside are stored here. The file's bytes decide
 * what it is, not its name.
 * @throws Refused story.badDocx, story.docxTooLarge, story.tooLong, platform.unsupportedFile
 */
export async function importDocument(ctx: Ctx, upload: Upload): Promise<Imported> {
  const kind = sniff(upload.bytes)
  if (kind === 'zip') return fromMarkup(ctx, await docxToHtml(upload))
  if (kind !== 'text') refuse('platform.unsupportedFile')
  const text = new TextDecoder('utf-8').decode(upload.bytes)
  if (/\.html?$/i.test(upload.name) || /^\s*<(!doctype|html|body|div|p|section)\b/i.test(text)) {
    if (text.length > LIMITS.htmlWithPictures) refuse('story.tooLong')
    return fromMarkup(ctx, text)
  }
  if (text.length > MOST_CHARACTERS) refuse('story.tooLong')
  const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n')
  const title = first.replace(/^#+\s*/, '').trim()
  return title.length <= 60 && rest.some((line) => line.trim())
    ? { title, body: fromText(rest.join('\n')), notes: [] }
    : { title: '', body: fromText(text), notes: [] }
}

async function docxToHtml(upload: Upload): Promise<string> {
  const declared = declaredZipSize(upload.bytes)
  if (!declared) refuse('story.badDocx')
  if (declared.size > MOST_UNPACKED || declared.entries > MOST_ENTRIES) refuse('story.docxTooLarge')
  // In a worker with its own memory limit: a file that lies about its size ends the worker, not the server.
  const answer = await runWorker<{ html: string } | { error: string }>(
    WORKER,
    { bytes: upload.bytes },
    { timeoutMs: 30_000, memoryMb: 512 },
  ).catch((error: unknown) => {
    throw new Refused('story.docxTooLarge', { cause: error })
  })
  if ('error' in answer) refuse('story.badDocx')
  return answer.html
}

async function fromMarkup(ctx: Ctx, html: string): Promise<Imported> {
  const read = fromHtml(html)
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
