import type { FastifyRequest } from 'fastify'
import { Refused } from '../refusal.ts'

export type Upload = { bytes: Uint8Array; name: string }

/** Reads the one file of a multipart request into memory. @throws Refused platform.tooLarge, platform.invalid */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw wanting('请选择一个文件')
  const upload = await onlyFile(request, maxBytes).catch((error: { code?: string }) => {
    if (error instanceof Refused) throw error
    if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw new Refused('platform.tooLarge')
    if (error.code === 'FST_FILES_LIMIT') throw wanting('一次只能上传一个文件')
    // Cut off, without a boundary, with a part that is none: the parser has no code for what a broken body can be.
    throw new Refused('platform.invalid', { cause: error, fields: { file: '文件没有传完整，请重新上传' } })
  })
  if (!upload) throw wanting('请选择一个文件')
  if (upload.bytes.byteLength === 0) throw wanting('文件是空的')
  return upload
}

async function onlyFile(request: FastifyRequest, maxBytes: number): Promise<Upload | null> {
  let upload: Upload | null = null
  for await (const part of request.files({ limits: { fileSize: maxBytes, files: 1, fields: 5 } }))
    upload = { bytes: await part.toBuffer(), name: plainName(part.filename) }
  return upload
}

/** The last part of a path, cut between characters. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? ''
  return Array.from(last).slice(0, 200).join('').toWellFormed() || '未命名'
}

const wanting = (file: string) => new Refused('platform.invalid', { fields: { file } })
