import { type Body, toHtml } from '@rongmei/body'
import { bylineNames, categoryNames } from '@rongmei/contract'
import Modal from 'antd/es/modal'
import Segmented from 'antd/es/segmented'
import { useMemo, useState } from 'react'
import { useMe } from '../../../lib/session.ts'
import { zh } from '../zh.ts'
import type { Facts } from './content.ts'
import type { Words } from './places.ts'
import './preview.css'

const words = zh.preview
type Mode = keyof typeof words.modes

/** The story as readers will see it: on a phone (375 px), on the web, in print. Drawn by the reader's own `toHtml`. */
export function Preview({ text, facts, onClose }: { text: Words | null; facts: Facts; onClose: () => void }) {
  const [mode, setMode] = useState<Mode>('phone')
  return (
    <Modal
      open={text !== null}
      onCancel={onClose}
      footer={null}
      width={mode === 'phone' ? 480 : 900}
      centered
      destroyOnHidden
      title={words.title}
    >
      <Segmented
        value={mode}
        onChange={setMode}
        options={(Object.keys(words.modes) as Mode[]).map((value) => ({ value, label: words.modes[value] }))}
      />
      {text && <Page text={text} facts={facts} mode={mode} />}
    </Modal>
  )
}

function Page({ text, facts, mode }: { text: Words; facts: Facts; mode: Mode }) {
  const me = useMe()
  return (
    <div className={`preview preview-${mode}`}>
      <article className="preview-page">
        <p className="preview-centre">
          {me.centreName}　{categoryNames[facts.category]}
        </p>
        <h1>{text.title || zh.library.untitled}</h1>
        {text.deck && <p className="preview-deck">{text.deck}</p>}
        <p className="preview-byline">
          {facts.byline.map(({ role, name }) => `${bylineNames[role]} ${name}`).join('　')}
        </p>
        <ReaderBody body={text.body} />
      </article>
    </div>
  )
}

/** The body as readers get it. `toHtml` escapes every text and checks every address. */
export function ReaderBody({ body }: { body: Body }) {
  const html = useMemo(() => ({ __html: toHtml(body) || `<p>${words.none}</p>` }), [body])
  return <div className="reader-body" dangerouslySetInnerHTML={html} />
}
