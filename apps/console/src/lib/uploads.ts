import { useEffect, useRef, useState } from 'react'
import { callApi, type EndpointName, type Input, makeApi, type ModuleName, type Reply } from './api.ts'
import { formatBytes } from './format.ts'
import { addressOf, guardedFetch } from './session-guard.ts'

export type UploadLimit = { maxBytes: number; accept: readonly string[]; words: string }
export const PICTURES: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.jpg', '.jpeg', '.png', '.gif', '.webp'],
  words: 'JPG、PNG、GIF、WebP 图片',
}

/** Why a file cannot be sent, before anything travels; null when it can. The server looks again at the bytes. */
export function refuseFile(file: { name: string; size: number }, limit: UploadLimit): string | null {
  const name = file.name.toLowerCase()
  if (!limit.accept.some((ending) => name.endsWith(ending))) return `“${file.name}”不是${limit.words}，请换一个文件`
  if (file.size === 0) return `“${file.name}”是空文件，请换一个`
  if (file.size > limit.maxBytes)
    return `“${file.name}”有 ${formatBytes(file.size)}，超过了 ${formatBytes(limit.maxBytes)}`
  return null
}

/** `fetch` cannot tell how much of a body has gone out; XMLHttpRequest can. */
function fetchWithProgress(onProgress: (sent: number, total: number) => void): typeof fetch {
  return (input, init) =>
    new Promise<Response>((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(init?.method ?? 'GET', addressOf(input))
      new Headers(init?.headers).forEach((value, name) => request.setRequestHeader(name, value))
      request.responseType = 'blob'
      request.upload.onprogress = (event) => onProgress(event.loaded, event.total)
      request.onload = () => {
        const id = request.getResponseHeader('x-request-id')
        resolve(
          new Response(request.status === 204 ? null : (request.response as Blob), {
            status: request.status,
            ...(id ? { headers: { 'x-request-id': id } } : {}),
          }),
        )
      }
      request.onerror = () => reject(new TypeError('network'))
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      init?.signal?.addEventListener('abort', () => request.abort())
      request.send((init?.body ?? null) as XMLHttpRequestBodyInit | null)
    })
}

export type UploadState = { name: string; sent: number; total: number } | null

/**
 * Sends one file with progress: `state` feeds `ProgressBar`, `cancel` stops it. Throws `Refusal` (or an `AbortError`
 * when cancelled).
 *
 * @example const pictures = useUpload('platform', 'uploadPicture'); const stored = await pictures.send(file)
 */
export function useUpload<M extends ModuleName, N extends EndpointName<M>>(module: M, name: N) {
  const [state, setState] = useState<UploadState>(null)
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  const send = async (file: File, input?: Omit<Input<M, N>, 'file' | 'signal'>): Promise<Reply<M, N>> => {
    abort.current = new AbortController()
    setState({ name: file.name, sent: 0, total: file.size })
    const client = makeApi(guardedFetch(fetchWithProgress((sent, total) => setState({ name: file.name, sent, total }))))
    try {
      return await callApi(
        module,
        name,
        { ...input, file, signal: abort.current.signal } as unknown as Input<M, N>,
        client,
      )
    } finally {
      setState(null)
    }
  }
  return { state, send, cancel: () => abort.current?.abort() }
}
