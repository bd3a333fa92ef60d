import type { Body } from '@rongmei/body'
import type { StoryContent } from '@rongmei/contract'
import { Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { zh } from '../zh.ts'
import { lineContent, useBodyEditor, useLineEditor } from './Field.tsx'
import type { Words } from './places.ts'

export type WordEditors = { title: Editor; deck: Editor; body: Editor }

type Options = {
  editable: boolean
  onEdited: () => void
  onPaste: (editor: Editor, data: DataTransfer) => boolean
  onDrop: (editor: Editor, data: DataTransfer, at: number) => boolean
}

/** The three fields of a story as editors; Enter leads from one to the next. */
export function useWordEditors(content: StoryContent, options: Options): WordEditors {
  const { editable, onEdited } = options
  const body = useBodyEditor(content.body, {
    ...options,
    label: zh.editor.body,
    placeholder: zh.editor.bodyPlaceholder,
  })
  const deck: Editor = useLineEditor(content.deck, {
    label: zh.editor.deck,
    placeholder: zh.editor.deckPlaceholder,
    editable,
    onEdited,
    onEnter: () => enter(body, 'start'),
  })
  const title: Editor = useLineEditor(content.title, {
    label: zh.editor.title,
    placeholder: zh.editor.titlePlaceholder,
    editable,
    onEdited,
    onEnter: () => enter(deck, 'end'),
  })
  return { title, deck, body }
}

/** At once: TipTap's own focus waits for the next frame, and the letter typed meanwhile would land in the old field. */
function enter(editor: Editor, place: 'start' | 'end'): void {
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(place === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)))
  editor.view.focus()
}

/** A story without text is there to be written: the next letter goes into its title, or its body once it has one. */
export function useStartWriting({ title, body }: WordEditors, editable: boolean): void {
  useEffect(() => {
    if (editable && body.isEmpty) enter(title.isEmpty ? title : body, 'start')
  }, [])
}

/** The text of the fields as it stands. */
export const wordsIn = ({ title, deck, body }: WordEditors): Words => ({
  title: title.getText(),
  deck: deck.getText(),
  body: body.getJSON() as Body,
})

/** Puts another text into the fields. It cannot be undone by Ctrl+Z: the text before is kept as a version. */
export function loadWords(editors: WordEditors, words: Words): void {
  const put = (editor: Editor, content: object) =>
    editor.chain().setMeta('addToHistory', false).setContent(content, { emitUpdate: false }).run()
  put(editors.title, lineContent(words.title))
  put(editors.deck, lineContent(words.deck))
  put(editors.body, words.body)
}
