import LinkOutlined from '@ant-design/icons/es/icons/LinkOutlined'
import { isLinkTarget } from '@rongmei/body'
import type { Editor } from '@tiptap/react'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Popover from 'antd/es/popover'
import { useState } from 'react'
import { zh } from '../zh.ts'

const words = zh.editor.link

/** Link address of the selected words, in a small box at the button. */
export function LinkTool({ editor, active }: { editor: Editor; active: boolean }) {
  const [open, setOpen] = useState(false)
  const box = <LinkBox editor={editor} active={active} onDone={() => setOpen(false)} />
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={box} title={words.title} destroyOnHidden>
      <Button
        size="small"
        type="text"
        icon={<LinkOutlined />}
        aria-label={zh.editor.tools.link}
        aria-pressed={active}
        className={active ? 'toolbar-on' : ''}
      />
    </Popover>
  )
}

function LinkBox({ editor, active, onDone }: { editor: Editor; active: boolean; onDone: () => void }) {
  const [href, setHref] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const target = /^[a-z]+:/i.test(href.trim()) ? href.trim() : `https://${href.trim()}`
  const good = isLinkTarget(target)
  const apply = () => {
    if (!good) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !active)
      chain.insertContent({ type: 'text', text: target, marks: [{ type: 'link', attrs: { href: target } }] }).run()
    else chain.setLink({ href: target }).run()
    onDone()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }
  return (
    <form
      className="link-box"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Input
        autoFocus
        value={href}
        placeholder={words.placeholder}
        aria-label={words.title}
        maxLength={2048}
        onChange={(event) => setHref(event.target.value)}
      />
      <Button type="primary" htmlType="submit" aria-disabled={!good}>
        {words.apply}
      </Button>
      {active && <Button onClick={remove}>{words.remove}</Button>}
      {href.trim() !== '' && !good && <span className="link-bad">{words.bad}</span>}
    </form>
  )
}
