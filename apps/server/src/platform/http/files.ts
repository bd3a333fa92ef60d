import { type Ability, platformEndpoints } from '@rongmei/contract'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import type { Ctx } from '../ctx.ts'
import { findFile, insertFile } from '../files.store.ts'
import { makeRenditions } from './renditions.ts'
import { Refused } from '../refusal.ts'
import { attachment } from './attachment.ts'
import { contextOf, demandSettled, type Http, type HttpOptions } from './serve.ts'
import { mediaTypes, sniff } from './sniff.ts'
import type { Upload } from './upload.ts'

const PICTURES = new Set(['jpg', 'png', 'gif', 'webp'])
/** A picture that unpacks to more is refused before it is unpacked (decompression bombs). */
const MOST_PIXELS = 60_000_000

/** Who puts pictures into texts; what they upload is public, so nobody else may. */
const ILLUSTRATES: readonly Ability[] = ['story.write', 'story.edit', 'story.correct']

/** Stored files: upload of pictures, and `GET /files/<sha256>.<ext>` with year-long caching, since a name never changes its content. */
export function serveFiles(app: FastifyInstance, http: Http, options: HttpOptions): void {
  http.on(platformEndpoints.uploadPicture, (ctx, { upload }) => {
    if (!ILLUSTRATES.some((ability) => ctx.actor.abilities.has(ability))) throw new Refused('ability.missing')
    return storePicture(ctx, upload)
  })
  app.get<{ Params: { name: string }; Querystring: { w?: string } }>('/files/:name', async (request, reply) => {
    const [sha256 = '', extension = ''] = request.params.name.split('.')
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refused('platform.notFound')
    const ctx = options.visitor(request.id)
    const file = await findFile(ctx, sha256)
    if (!file || extensionOf(file.type) !== extension) throw new Refused('platform.notFound')
    if (file.access === 'staff') demandSettled(await contextOf(request, 'session', options))
    if ((await ctx.storage.size(sha256)) === null) throw new Refused('platform.notFound')
    reply.header('content-type', file.type).header('content-length', file.bytes).header('etag', `"${sha256}"`)
    reply.header(
      'cache-control',
      file.access === 'public' ? 'public, max-age=31536000, immutable' : 'private, no-store',
    )
    reply.header('content-security-policy', "default-src 'none'; sandbox")
    if (file.access === 'staff') reply.header('content-disposition', attachment(file.name))
    const width = WIDTHS.find((one) => String(one) === request.query.w)
    if (width && file.width && file.width > width && PICTURES.has(extension)) {
      const small = await renditions.of(ctx, sha256, width)
      if (!small) return reply.send(ctx.storage.read(sha256))
      return reply
        .header('content-type', 'image/webp')
        .header('content-length', small.byteLength)
        .header('etag', `"${sha256}-${width}"`)
        .send(small)
    }
    return reply.send(ctx.storage.read(sha256))
  })
}

/** Widths in which pages ask for pictures; any other request gets the original. */
const WIDTHS = [320, 640, 1280]
const renditions = makeRenditions(200)

const extensionOf = (type: string): string => {
  const found = Object.entries(mediaTypes).find(([, media]) => media === type)?.[0]
  return (
    found ??
    (type.startsWith('text/')
      ? 'txt'
      : type.includes('spreadsheet')
        ? 'xlsx'
        : type.includes('wordprocessing')
          ? 'docx'
          : 'bin')
  )
}

/** Checks that the bytes are a picture we can show, stores them and remembers their size. @throws Refused platform.unsupportedFile */
export async function storePicture(ctx: Ctx, upload: Upload) {
  const kind = sniff(upload.bytes)
  if (!PICTURES.has(kind)) throw new Refused('platform.unsupportedFile')
  const size = await sharp(upload.bytes, { limitInputPixels: MOST_PIXELS })
    .metadata()
    .catch(() => null)
  if (!size?.width || !size.height || size.width * size.height > MOST_PIXELS)
    throw new Refused('platform.unsupportedFile')
  return store(ctx, upload, mediaTypes[kind as keyof typeof mediaTypes], 'public', {
    width: size.width,
    height: size.height,
  })
}

const EVIDENCE: Record<string, string> = { ...mediaTypes, text: 'text/plain; charset=utf-8' }

/** Stores a proof that only staff may fetch: a picture, PDF, text, .docx or .xlsx. @throws Refused platform.unsupportedFile */
export async function storeEvidence(ctx: Ctx, upload: Upload) {
  const kind = sniff(upload.bytes)
  const office = kind === 'zip' ? officeType(upload.name) : undefined
  const type = office ?? EVIDENCE[kind]
  if (!type) throw new Refused('platform.unsupportedFile')
  return store(ctx, upload, type, 'staff', { width: null, height: null })
}

function officeType(name: string): string | undefined {
  if (/\.docx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (/\.xlsx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return undefined
}

async function store(
  ctx: Ctx,
  upload: Upload,
  type: string,
  access: 'public' | 'staff',
  size: { width: number | null; height: number | null },
) {
  const sha256 = await ctx.storage.put(upload.bytes)
  const row = {
    id: ctx.newId(),
    sha256,
    type,
    bytes: upload.bytes.byteLength,
    name: upload.name,
    ...size,
    access,
    uploaded_by: ctx.actor.id,
    uploaded_at: new Date(ctx.now()),
  }
  const kept = await ctx.tx((t) => insertFile(t, row))
  return {
    id: kept.id,
    sha256,
    type,
    bytes: upload.bytes.byteLength,
    name: upload.name,
    ...size,
    url: `/files/${sha256}.${extensionOf(type)}`,
  }
}
