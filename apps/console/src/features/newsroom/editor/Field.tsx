import type { JSONContent } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { bodyExtensions, lineExtensions } from './extensions.ts'
import { onPick } from './underlines.ts'

type Options = {
  label: string
  placeholder: string
  editable: boolean
  onEdited: () => void
}

/** The editors live as long as the page: their settings are made once and reach the newest callbacks by reference. */
function useLatest<T>(value: T): { current: T } {
  const latest = useRef(value)
  latest.current = value
  return latest
}

function useEditable(editor: Editor, editable: boolean): void {
  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
}

/** One line of text as an editor of its own, so that findings can be underlined in it; Enter calls `onEnter`. */
export function useLineEditor(text: string, options: Options & { onEnter: () => void }): Editor {
  const latest = useLatest(options)
  const [settings] = useState(() => ({
    extensions: lineExtensions(() => latest.current.onEnter()),
    content: lineContent(text),
    editable: options.editable,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: attributesOf(options),
      // Whatever is pasted into a title becomes one line of plain text.
      handlePaste: (view: EditorView, event: ClipboardEvent) => {
        const pasted = event.clipboardData?.getData('text/plain')
        const line = pasted?.replace(/\s*[\r\n]+\s*/g, ' ').trim()
        if (line) view.dispatch(view.state.tr.insertText(line))
        return true
      },
    },
    onUpdate: () => latest.current.onEdited(),
  }))
  const editor = useEditor(settings)
  useEditable(editor, options.editable)
  return editor
}

type BodyOptions = Options & {
  onPaste: (editor: Editor, data: DataTransfer) => boolean
  onDrop: (editor: Editor, data: DataTransfer, at: number) => boolean
}

/** The body's editor. `onPaste` and `onDrop` return true when they took care of the data. */
export function useBodyEditor(content: JSONContent, options: BodyOptions): Editor {
  const latest = useLatest(options)
  const own = useRef<Editor>(null)
  const [settings] = useState(() => ({
    extensions: bodyExtensions(),
    content,
    editable: options.editable,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: attributesOf(options),
      handlePaste: (_view: EditorView, event: ClipboardEvent) =>
        own.current !== null &&
        event.clipboardData !== null &&
        latest.current.onPaste(own.current, event.clipboardData),
      handleDrop: (view: EditorView, event: DragEvent, _slice: unknown, moved: boolean) => {
        if (moved || !event.dataTransfer || !own.current) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.doc.content.size
        return latest.current.onDrop(own.current, event.dataTransfer, at)
      },
    },
    onUpdate: () => latest.current.onEdited(),
  }))
  const editor = useEditor(settings)
  own.current = editor
  useEditable(editor, options.editable)
  return editor
}

const attributesOf = ({ label, placeholder }: Options) => ({
  'aria-label': label,
  'data-placeholder': placeholder,
  role: 'textbox',
  'aria-multiline': 'true',
  spellcheck: 'false',
})

export const lineContent = (text: string): JSONContent => ({
  type: 'doc',
  content: [text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' }],
})

/** Shows an editor; empty fields show their placeholder by the style sheet. */
export function Field(props: { editor: Editor; className: string; onPick?: (key: string) => void }) {
  const { editor, className, onPick: picked } = props
  useEffect(() => {
    if (picked) onPick(editor, picked)
  }, [editor, picked])
  return <EditorContent editor={editor} className={className} />
}
