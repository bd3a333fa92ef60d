import type { StoredFile } from '@rongmei/contract'
import type { Editor } from '@tiptap/core'
import { api } from '../../../lib/api.ts'
import { PICTURES, refuseFile } from '../../../lib/uploads.ts'
import { zh } from '../zh.ts'
import { beginUpload, endUpload } from './uploads.ts'

const words = zh.editor.picture

/** Sends one picture to the store; throws an Error with a Chinese message when it cannot be. */
export async function uploadPicture(file: File): Promise<StoredFile> {
  const refusal = refuseFile(file, PICTURES)
  if (refusal) throw new Error(refusal)
  return api.platform.uploadPicture({ file })
}

/** Fetches a picture from somebody else's site; most sites forbid it, and then a person must save it by hand. */
export async function fetchPicture(src: string): Promise<File> {
  try {
    const response = await fetch(src, { mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) throw new Error(String(response.status))
    const blob = await response.blob()
    const ending = blob.type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'jpg'
    return new File([blob], `picture.${ending}`, { type: blob.type })
  } catch {
    throw new Error(words.fetchFailed)
  }
}

export const pictureFiles = (list: FileList | null | undefined): File[] =>
  [...(list ?? [])].filter((file) => file.type.startsWith('image/'))

/**
 * Uploads pictures one after the other and puts each where it was dropped. The writer goes on meanwhile; `tell` gets
 * a sentence for each that failed or whose place was deleted.
 */
export async function insertPictures(
  editor: Editor,
  files: File[],
  at: number,
  tell: (sentence: string) => void,
): Promise<void> {
  const queue = files.map((file) => ({ file, id: crypto.randomUUID() }))
  for (const { file, id } of queue) beginUpload(editor, id, at, words.uploading(file.name))
  for (const { file, id } of queue) {
    const stored = await uploadPicture(file).catch((error: unknown) => {
      tell(words.failed(file.name, error instanceof Error ? error.message : String(error)))
      return null
    })
    if (editor.isDestroyed) return
    const place = endUpload(editor, id)
    if (!stored) continue
    if (place === null) tell(words.gone(file.name))
    else insertPicture(editor, place, stored)
  }
}

function insertPicture(editor: Editor, at: number, stored: StoredFile): void {
  const attrs = { src: stored.url, alt: '', caption: '', width: stored.width, height: stored.height }
  // Beside the paragraph, not inside it: splitting a sentence for a picture is never meant.
  const place = editor.state.doc.resolve(at)
  const outside = place.parent.isTextblock ? place.after() : at
  const replaceable = place.parent.isTextblock && place.parent.content.size === 0
  const range = replaceable ? { from: place.before(), to: place.after() } : outside
  editor.chain().insertContentAt(range, { type: 'picture', attrs }, { updateSelection: false }).run()
}
