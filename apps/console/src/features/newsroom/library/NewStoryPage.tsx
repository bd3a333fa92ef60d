import { cleaningWords } from '../editor/cleaning.ts'
import { CATEGORIES, type Category, categoryNames, kindNames, STORY_KINDS, type Story } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import App from 'antd/es/app'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import Upload from 'antd/es/upload'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { reasonAgainst } from '../../../lib/can.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { formatBytes } from '../../../lib/format.ts'
import { type UploadLimit, refuseFile, useUpload } from '../../../lib/uploads.ts'
import { useHas, useMe } from '../../../lib/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { useRemember } from '../acts/useStoryActs.ts'
import { zh } from '../zh.ts'
import './library.css'

const words = zh.start
const DOCUMENTS: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.docx', '.html', '.htm', '.txt', '.md'],
  words: ' Word（.docx）、网页或文本文件',
}

/** How a story starts: with a title, or from a file that somebody sent. */
export function Component() {
  const open = useOpenNew()
  return (
    <>
      <PageHeader title={words.title} back={{ to: paths.stories(), label: zh.library.title }} />
      <div className="start">
        <Blank onCreate={open.create} busy={open.busy} error={open.error} />
        <FromFile onRead={open.create} />
      </div>
    </>
  )
}

type Start = Parameters<typeof api.newsroom.createStory>[0]['body']

function useOpenNew() {
  const me = useMe()
  const navigate = useNavigate()
  const location = useLocation()
  const remember = useRemember()
  const [state, setState] = useState({ busy: false, error: '' })
  const create = async (body: Start): Promise<void> => {
    setState({ busy: true, error: '' })
    try {
      const story: Story = await api.newsroom.createStory({
        body: { byline: [{ role: 'reporter', name: me.name }], ...body },
      })
      remember(story)
      await navigate(paths.story(story.id), { replace: true, state: location.state })
    } catch (error) {
      setState({ busy: false, error: sentenceFor(error) })
    }
  }
  return { ...state, create }
}

function Blank({ onCreate, busy, error }: { onCreate: (body: Start) => Promise<void>; busy: boolean; error: string }) {
  const may = useHas('story.write')
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof STORY_KINDS)[number]>('article')
  const [category, setCategory] = useState<Category>('headline')
  return (
    <section>
      <h2>{words.title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (may && !busy) void onCreate({ title: title.trim(), kind, category })
        }}
      >
        <Input
          autoFocus
          size="large"
          maxLength={120}
          value={title}
          placeholder={words.namePlaceholder}
          aria-label={words.name}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Segmented
          value={kind}
          onChange={setKind}
          options={STORY_KINDS.map((value) => ({ value, label: kindNames[value] }))}
        />
        <Segmented
          value={category}
          onChange={setCategory}
          options={CATEGORIES.map((value) => ({ value, label: categoryNames[value] }))}
        />
        <ActionButton type="primary" size="large" htmlType="submit" can={may} loading={busy}>
          {words.go}
        </ActionButton>
        {error && <Alert type="error" showIcon role="alert" title={error} />}
      </form>
    </section>
  )
}

function FromFile({ onRead }: { onRead: (body: Start) => Promise<void> }) {
  const { message } = App.useApp()
  const upload = useUpload('newsroom', 'importDocument')
  const may = useHas('story.write')
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = async (file: File) => {
    const refusal = refuseFile(file, DOCUMENTS)
    setTrouble(refusal)
    if (refusal) return
    try {
      const found = await upload.send(file)
      void message.success(words.imported(cleaningWords(found.notes)), 6)
      await onRead({ title: found.title.slice(0, 120) || file.name.replace(/\.\w+$/, ''), body: found.body })
    } catch (error) {
      setTrouble(sentenceFor(error))
    }
  }
  return (
    <section>
      <h2>{words.importTitle}</h2>
      <Upload.Dragger
        accept={DOCUMENTS.accept.join(',')}
        showUploadList={false}
        disabled={!may}
        beforeUpload={(file: File) => {
          void read(file)
          return false
        }}
      >
        <p>{may ? words.importHint : reasonAgainst(false)}</p>
      </Upload.Dragger>
      {upload.state && (
        <ProgressBar
          label={words.importing(upload.state.name)}
          done={upload.state.sent}
          total={upload.state.total}
          format={formatBytes}
          onCancel={upload.cancel}
        />
      )}
      {trouble && <Alert type="error" showIcon role="alert" title={trouble} />}
    </section>
  )
}
