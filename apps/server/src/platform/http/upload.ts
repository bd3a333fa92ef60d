import type { FastifyRequest } from 'fastify'
import { Refused } from '../refusal.ts'

export type Upload = { bytes: Uint8Array; name: string }

/** Reads the one file of a multipart request into memory. @throws Refused platform.tooLarge, platform.invalid */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw new Refused('platform.invalid', { fields: { file: '请选择一个文件' } })
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 5 } })
  if (!part) throw new Refused('platform.invalid', { fields: { file: '请选择一个文件' } })
  const bytes = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw new Refused('platform.tooLarge')
    throw error
  })
  if (bytes.byteLength === 0) throw new Refused('platform.invalid', { fields: { file: '文件是空的' } })
  return { bytes, name: part.filename.split(/[\\/]/).pop()?.slice(0, 200) || '未命名' }
}
