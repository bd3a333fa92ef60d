import { isStoredFile } from '@rongmei/body'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Tag from 'antd/es/tag'
import Tooltip from 'antd/es/tooltip'
import { useRef, useState } from 'react'
import { zh } from '../zh.ts'
import { fetchPicture, uploadPicture } from './pictures.ts'
import './picture.css'

const words = zh.editor.picture

/** A picture in the text: the image, its caption beneath, and, while it may be edited, what can be done with it. */
export function PictureView({ node, editor, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const src = String(node.attrs.src)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const replace = async (pick: () => Promise<File>) => {
    setBusy(true)
    setTrouble(null)
    try {
      const stored = await uploadPicture(await pick())
      updateAttributes({ src: stored.url, width: stored.width, height: stored.height })
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <NodeViewWrapper as="figure" className={`picture${selected ? ' picture-selected' : ''}`}>
      <div className="picture-frame" contentEditable={false} data-drag-handle>
        <img src={src} alt={String(node.attrs.alt)} draggable={false} />
        {!isStoredFile(src) && (
          <Tooltip title={words.externalHint}>
            <Tag color="error" className="picture-external">
              {words.external}
            </Tag>
          </Tooltip>
        )}
      </div>
      <figcaption contentEditable={false}>
        {editor.isEditable ? (
          <Input.TextArea
            value={String(node.attrs.caption)}
            onChange={(event) => updateAttributes({ caption: event.target.value.replace(/\n/g, '') })}
            placeholder={words.caption}
            aria-label={words.captionLabel}
            autoSize
            maxLength={1000}
            variant="borderless"
          />
        ) : (
          String(node.attrs.caption)
        )}
      </figcaption>
      {editor.isEditable && (
        <PictureTools
          external={!isStoredFile(src)}
          busy={busy}
          onFetch={() => void replace(() => fetchPicture(src))}
          onReplace={(file) => void replace(() => Promise.resolve(file))}
          onRemove={deleteNode}
        />
      )}
      {trouble && (
        <div className="picture-trouble" role="alert" contentEditable={false}>
          {trouble}
        </div>
      )}
    </NodeViewWrapper>
  )
}

function PictureTools(props: {
  external: boolean
  busy: boolean
  onFetch: () => void
  onReplace: (file: File) => void
  onRemove: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="picture-tools" contentEditable={false}>
      {props.external && (
        <Button size="small" type="primary" loading={props.busy} onClick={props.onFetch}>
          {words.fetch}
        </Button>
      )}
      <Button size="small" disabled={props.busy} onClick={() => input.current?.click()}>
        {words.replace}
      </Button>
      <Button size="small" danger onClick={props.onRemove}>
        {words.remove}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) props.onReplace(file)
        }}
      />
    </div>
  )
}
