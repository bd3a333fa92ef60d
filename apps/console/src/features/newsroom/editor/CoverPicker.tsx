import App from 'antd/es/app'
import Button from 'antd/es/button'
import { useRef, useState } from 'react'
import { sentenceFor } from '../../../lib/explain.ts'
import { zh } from '../zh.ts'
import { uploadPicture } from './pictures.ts'

const words = zh.facts

/** The cover: one of the body's pictures, one of its own, or (usual) the first of the body. */
export function CoverPicker(props: {
  value: string | null
  pictures: string[]
  editable: boolean
  onChange: (url: string | null) => void
}) {
  const { value, pictures, editable, onChange } = props
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const shown = value ?? pictures[0]
  const upload = async (file: File) => {
    setBusy(true)
    await uploadPicture(file).then(
      (stored) => onChange(stored.url),
      (error: unknown) =>
        message.error(error instanceof Error && !('key' in error) ? error.message : sentenceFor(error)),
    )
    setBusy(false)
  }
  return (
    <div className="cover">
      {shown ? (
        <img className="cover-picture" src={shown} alt={words.cover} />
      ) : (
        <span className="rm-muted">{words.coverNone}</span>
      )}
      {editable && pictures.length > 1 && <Choices pictures={pictures} shown={shown} onChange={onChange} />}
      {editable && (
        <div className="cover-acts">
          <Button size="small" loading={busy} onClick={() => input.current?.click()}>
            {words.coverUpload}
          </Button>
          {value !== null && (
            <Button size="small" type="text" onClick={() => onChange(null)}>
              {words.coverAuto}
            </Button>
          )}
          <input
            ref={input}
            type="file"
            accept="image/*"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) void upload(file)
            }}
          />
        </div>
      )}
    </div>
  )
}

function Choices(props: { pictures: string[]; shown: string | undefined; onChange: (url: string) => void }) {
  return (
    <div className="cover-choices">
      {props.pictures.slice(0, 12).map((src) => (
        <button
          key={src}
          type="button"
          className={`cover-choice${src === props.shown ? ' cover-chosen' : ''}`}
          aria-label={words.coverPick}
          aria-pressed={src === props.shown}
          onClick={() => props.onChange(src)}
        >
          <img src={src} alt="" loading="lazy" />
        </button>
      ))}
    </div>
  )
}
