import { Extension, type Extensions, Mark, Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { Picture } from './picture.ts'
import { Underlines } from './underlines.ts'
import { Uploads } from './uploads.ts'

const raised = (name: 'superscript' | 'subscript', tag: 'sup' | 'sub') =>
  Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })

/** As TipTap's, but Ctrl+Enter is free: it submits the story. */
const Break = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'hardBreak' }) }
  },
})

const STARTER = {
  hardBreak: false,
  code: false,
  codeBlock: false,
  // An empty paragraph at the end would be a change that nobody made.
  trailingNode: false,
} as const

/** What a body may hold: the same nodes and marks as the schema of `@rongmei/body`, no more and no fewer. */
export const bodyExtensions = (): Extensions => [
  StarterKit.configure({
    ...STARTER,
    heading: { levels: [2, 3] },
    link: { openOnClick: false, autolink: false, linkOnPaste: true, defaultProtocol: 'https' },
  }),
  Break,
  raised('superscript', 'sup'),
  raised('subscript', 'sub'),
  TableKit.configure({ table: { resizable: false } }),
  Picture,
  Uploads,
  Underlines,
]

const OneLine = Node.create({ name: 'doc', topNode: true, content: 'paragraph' })

/** A field of one line: no marks, no breaks; Enter goes to the next field. */
export const lineExtensions = (onEnter: () => void): Extensions => [
  StarterKit.configure({
    ...STARTER,
    document: false,
    heading: false,
    link: false,
    bold: false,
    italic: false,
    underline: false,
    strike: false,
    blockquote: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    horizontalRule: false,
  }),
  OneLine,
  Extension.create({
    name: 'enter',
    addKeyboardShortcuts: () => ({
      Enter: () => {
        onEnter()
        return true
      },
    }),
  }),
  Underlines,
]
