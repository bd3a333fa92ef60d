import { type Body, fromHtml, parseBody } from '@rongmei/body'
import { Slice } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import App from 'antd/es/app'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { zh } from '../zh.ts'
import { cleaningWords, cleanText, isOwnHtml, isRich, settlePictures } from './cleaning.ts'
import { insertPictures, pictureFiles } from './pictures.ts'
import { beginUpload, endUpload } from './uploads.ts'

/** What the last paste changed, with the way to take it as plain text instead. */
export type PasteReport = { words: string[]; plain: string; doc: unknown }

const words = zh.editor.paste
const DOCUMENTS = /\.(docx|html?|txt|md)$/i

type Desk = {
  tell: (sentence: string) => void
  setNote: (note: PasteReport | null) => void
  setBusy: (busy: string | null) => void
  /** Whether the next paste is wanted as plain text. */
  plainNext: { current: boolean }
}

/** Pasting, dropping and importing into the body. */
export function usePasting() {
  const { message } = App.useApp()
  const [note, setNote] = useState<PasteReport | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const plainNext = usePlainKey()
  return useMemo(() => {
    const tell = (sentence: string) => void message.warning(sentence, 6)
    const desk: Desk = { tell, setNote, setBusy, plainNext }
    return {
      note,
      busy,
      dismiss: () => setNote(null),
      importInto: (editor: Editor, file: File) => importInto(desk, editor, file),
      onPaste: (editor: Editor, data: DataTransfer) => takePaste(desk, editor, data),
      onDrop: (editor: Editor, data: DataTransfer, at: number) => takeDrop(desk, editor, data, at),
      insertFiles: (editor: Editor, files: FileList | null) =>
        void insertPictures(editor, [...(files ?? [])], editor.state.selection.from, tell),
      readPlain: async (editor: Editor) => {
        const text = await navigator.clipboard?.readText().catch(() => null)
        if (text) pastePlain(editor, text, tell)
        else tell(words.noClipboard)
      },
      usePlainInstead: (editor: Editor, report: PasteReport) => takePlainInstead(desk, editor, report),
    }
  }, [note, busy, message, plainNext])
}

/** Puts a file's text where the cursor is. @returns the title that the file carries, or nothing */
async function importInto({ tell, setNote, setBusy }: Desk, editor: Editor, file: File): Promise<string> {
  setBusy(zh.start.importing(file.name))
  try {
    const read = await api.newsroom.importDocument({ file })
    put(editor, read.body)
    if (read.notes.length > 0) setNote({ words: cleaningWords(read.notes), plain: '', doc: editor.state.doc })
    return read.title
  } catch (error) {
    tell(sentenceFor(error))
    return ''
  } finally {
    setBusy(null)
  }
}

/** @returns whether the paste was taken care of; the rest is the editor's own */
function takePaste({ tell, setNote, plainNext }: Desk, editor: Editor, data: DataTransfer): boolean {
  const plain = plainNext.current
  plainNext.current = false
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (plain) return pastePlain(editor, text, tell)
  if (html && isOwnHtml(html)) return false
  if (html && isRich(html)) {
    void pasteHtml(editor, html, tell).then((said) => {
      setNote(said.length > 0 ? { words: said, plain: text, doc: editor.state.doc } : null)
    })
    return true
  }
  const pictures = pictureFiles(data.files)
  if (pictures.length > 0) {
    void insertPictures(editor, pictures, editor.state.selection.from, tell)
    return true
  }
  return text.includes('\n') ? pastePlain(editor, text, tell) : false
}

/** @returns whether what was dropped was taken care of */
function takeDrop(desk: Desk, editor: Editor, data: DataTransfer, at: number): boolean {
  const pictures = pictureFiles(data.files)
  if (pictures.length > 0) void insertPictures(editor, pictures, at, desk.tell)
  const document = [...data.files].find((file) => DOCUMENTS.test(file.name))
  if (document) void importInto(desk, editor, document)
  return pictures.length > 0 || document !== undefined
}

/** Takes the last paste as plain text instead, as long as nothing was written since. */
function takePlainInstead({ tell, setNote }: Desk, editor: Editor, report: PasteReport): void {
  setNote(null)
  if (editor.state.doc !== report.doc) return tell(words.writtenSince)
  editor.commands.undo()
  pastePlain(editor, report.plain, tell)
}

/** Ctrl+Shift+V: browsers hand over the HTML all the same, so the keys are remembered until the paste arrives. */
function usePlainKey() {
  const plain = useRef(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      plain.current = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'v'
    }
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [])
  return plain
}

function pastePlain(editor: Editor, text: string, tell: (sentence: string) => void): boolean {
  const body = cleanText(text)
  if (body) put(editor, body)
  else tell(words.tooLarge)
  return true
}

async function pasteHtml(editor: Editor, html: string, tell: (sentence: string) => void): Promise<string[]> {
  const pasted = fromHtml(html)
  if (pasted.notes.some((one) => one.kind === 'tooLarge')) {
    tell(words.tooLarge)
    return []
  }
  if (pasted.pictures.length === 0) {
    put(editor, pasted.body)
    return cleaningWords(pasted.notes)
  }
  const id = crypto.randomUUID()
  beginUpload(
    editor,
    id,
    editor.state.selection.from,
    zh.editor.picture.uploading(words.pictures(pasted.pictures.length)),
  )
  const settled = await settlePictures(pasted)
  if (editor.isDestroyed) return []
  put(editor, settled.body, endUpload(editor, id) ?? editor.state.selection.from)
  if (settled.failed > 0) tell(words.picturesFailed(settled.failed))
  return cleaningWords(pasted.notes)
}

/** Puts a body where the cursor is (or at a position), joining its ends with the text around it as a paste does. */
function put(editor: Editor, body: Body, at?: number): void {
  const parsed = parseBody(body)
  const node = editor.schema.nodeFromJSON(parsed.ok ? parsed.body : body)
  const slice = Slice.maxOpen(node.content, false)
  const { from, to } = at === undefined ? editor.state.selection : { from: at, to: at }
  editor.view.dispatch(editor.state.tr.replaceRange(from, to, slice).scrollIntoView().setMeta('paste', true))
  editor.view.focus()
}
