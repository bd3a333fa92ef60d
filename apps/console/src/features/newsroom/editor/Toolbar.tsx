import BoldOutlined from '@ant-design/icons/es/icons/BoldOutlined'
import FileAddOutlined from '@ant-design/icons/es/icons/FileAddOutlined'
import ItalicOutlined from '@ant-design/icons/es/icons/ItalicOutlined'
import LineOutlined from '@ant-design/icons/es/icons/LineOutlined'
import OrderedListOutlined from '@ant-design/icons/es/icons/OrderedListOutlined'
import PictureOutlined from '@ant-design/icons/es/icons/PictureOutlined'
import RedoOutlined from '@ant-design/icons/es/icons/RedoOutlined'
import SnippetsOutlined from '@ant-design/icons/es/icons/SnippetsOutlined'
import StrikethroughOutlined from '@ant-design/icons/es/icons/StrikethroughOutlined'
import UnderlineOutlined from '@ant-design/icons/es/icons/UnderlineOutlined'
import UndoOutlined from '@ant-design/icons/es/icons/UndoOutlined'
import UnorderedListOutlined from '@ant-design/icons/es/icons/UnorderedListOutlined'
import { type Editor, useEditorState } from '@tiptap/react'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import Tooltip from 'antd/es/tooltip'
import { type ReactNode, useRef } from 'react'
import { zh } from '../zh.ts'
import { LinkTool } from './LinkTool.tsx'
import { TableTool } from './TableTool.tsx'

const words = zh.editor.tools

type Acts = { onPictures: (files: FileList | null) => void; onImport: (file: File) => void; onPlainPaste: () => void }

/** What is on at the cursor: the toolbar draws again only when this changes. */
const useMarks = (editor: Editor) =>
  useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      strike: now.isActive('strike'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      blockquote: now.isActive('blockquote'),
      link: now.isActive('link'),
      table: now.isActive('table'),
      kind: now.isActive('heading', { level: 2 }) ? '2' : now.isActive('heading', { level: 3 }) ? '3' : '0',
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })

/** The body's tools in one line: structure, marks, things to insert. */
export function Toolbar({ editor, acts }: { editor: Editor; acts: Acts }) {
  const on = useMarks(editor)
  const run = () => editor.chain().focus()
  const tool = (label: string, icon: ReactNode, active: boolean, act: () => void, keys = '') => (
    <Tool label={keys ? `${label}　${keys}` : label} icon={icon} active={active} onClick={act} />
  )
  return (
    <div className="toolbar" role="toolbar" aria-label={zh.editor.toolbar}>
      <Tool label={`${words.undo}　Ctrl+Z`} icon={<UndoOutlined />} off={!on.undo} onClick={() => run().undo().run()} />
      <Tool label={`${words.redo}　Ctrl+Y`} icon={<RedoOutlined />} off={!on.redo} onClick={() => run().redo().run()} />
      <Select
        size="small"
        variant="borderless"
        className="toolbar-kind"
        aria-label={words.paragraph}
        value={on.kind}
        options={[
          { value: '0', label: words.paragraph },
          { value: '2', label: words.heading2 },
          { value: '3', label: words.heading3 },
        ]}
        onChange={(kind) => {
          if (kind === '0') run().setParagraph().run()
          else
            run()
              .setHeading({ level: kind === '2' ? 2 : 3 })
              .run()
        }}
      />
      {tool(words.bold, <BoldOutlined />, on.bold, () => run().toggleBold().run(), 'Ctrl+B')}
      {tool(words.italic, <ItalicOutlined />, on.italic, () => run().toggleItalic().run(), 'Ctrl+I')}
      {tool(words.underline, <UnderlineOutlined />, on.underline, () => run().toggleUnderline().run(), 'Ctrl+U')}
      {tool(words.strike, <StrikethroughOutlined />, on.strike, () => run().toggleStrike().run())}
      <LinkTool editor={editor} active={on.link} />
      {tool(words.bulletList, <UnorderedListOutlined />, on.bulletList, () => run().toggleBulletList().run())}
      {tool(words.orderedList, <OrderedListOutlined />, on.orderedList, () => run().toggleOrderedList().run())}
      {tool(words.quote, <span className="toolbar-quote">“</span>, on.blockquote, () => run().toggleBlockquote().run())}
      {tool(words.rule, <LineOutlined />, false, () => run().setHorizontalRule().run())}
      <TableTool editor={editor} active={on.table} />
      <FileTool label={words.picture} icon={<PictureOutlined />} accept="image/*" multiple onFiles={acts.onPictures} />
      <FileTool
        label={words.import}
        icon={<FileAddOutlined />}
        accept=".docx,.html,.htm,.txt,.md"
        onFiles={(files) => files?.[0] && acts.onImport(files[0])}
      />
      <Tool label={`${words.plainPaste}　Ctrl+Shift+V`} icon={<SnippetsOutlined />} onClick={acts.onPlainPaste} />
    </div>
  )
}

type ToolProps = { label: string; icon: ReactNode; active?: boolean; off?: boolean; onClick: () => void }

export function Tool({ label, icon, active = false, off = false, onClick }: ToolProps) {
  return (
    <Tooltip title={label} mouseEnterDelay={0.5}>
      <Button
        size="small"
        type="text"
        icon={icon}
        aria-label={label.split('　')[0]}
        aria-pressed={active}
        aria-disabled={off}
        className={active ? 'toolbar-on' : off ? 'toolbar-off' : ''}
        // The cursor stays where it is: a click must not take the focus from the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={off ? undefined : onClick}
      />
    </Tooltip>
  )
}

function FileTool(props: {
  label: string
  icon: ReactNode
  accept: string
  multiple?: boolean
  onFiles: (files: FileList | null) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool label={props.label} icon={props.icon} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        multiple={props.multiple ?? false}
        onChange={(event) => {
          props.onFiles(event.target.files)
          event.target.value = ''
        }}
      />
    </>
  )
}
