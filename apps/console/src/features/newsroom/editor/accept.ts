import type { Editor } from '@tiptap/react'
import type { Shown } from './shown.ts'
import { whereIs } from './underlines.ts'
import type { WordEditors } from './useWords.ts'

export const editorOf = (editors: WordEditors, shown: Shown): Editor | null =>
  shown.place ? editors[shown.place.field] : null

/** Puts a suggestion in the place of the words. False when they are no longer there. */
export function replaceWords(editors: WordEditors, shown: Shown, suggestion: string): boolean {
  const editor = editorOf(editors, shown)
  const at = editor && whereIs(editor, shown.key)
  if (!editor || !at || !shown.place) return false
  const { quote } = shown.finding
  if (shown.place.attr) return replaceCaption(editor, at.from, quote, suggestion)
  if (editor.state.doc.textBetween(at.from, at.to, '\n', '\u2028') !== quote) return false
  const { tr } = editor.state
  editor.view.dispatch(suggestion ? tr.insertText(suggestion, at.from, at.to) : tr.delete(at.from, at.to))
  return true
}

function replaceCaption(editor: Editor, at: number, quote: string, suggestion: string): boolean {
  const node = editor.state.doc.nodeAt(at)
  const caption = String(node?.attrs.caption ?? '')
  if (!caption.includes(quote)) return false
  editor.view.dispatch(
    editor.state.tr.setNodeAttribute(
      at,
      'caption',
      caption.replace(quote, () => suggestion),
    ),
  )
  return true
}

/** Shows the words of a finding in the middle of the page. */
export function scrollToWords(editors: WordEditors, shown: Shown): void {
  const editor = editorOf(editors, shown)
  if (!editor) return
  const found = editor.view.dom.querySelector(`[data-finding="${CSS.escape(shown.key)}"]`)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  found?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}
