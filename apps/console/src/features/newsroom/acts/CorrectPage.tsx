import { diffBlocks, type Body } from '@rongmei/body'
import type { Story } from '@rongmei/contract'
import App from 'antd/es/app'
import Alert from 'antd/es/alert'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useLeaveGuard } from '../../../lib/leave-guard.ts'
import { useMe } from '../../../lib/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { checked, contentOf, factsOf } from '../editor/content.ts'
import { Field } from '../editor/Field.tsx'
import { dropMirror, mirrorKey, readMirror, writeMirror } from '../editor/mirror.ts'
import { Toolbar } from '../editor/Toolbar.tsx'
import { useChecking } from '../editor/useChecking.ts'
import { usePasting } from '../editor/usePasting.ts'
import { useWordEditors, wordsIn, type WordEditors } from '../editor/useWords.ts'
import { DiffView } from '../parts/DiffView.tsx'
import { zh } from '../zh.ts'
import { useRemember } from './useStoryActs.ts'
import '../editor/editor.css'
import '../editor/facts.css'

const words = zh.correct

/** A published story is corrected in the open: the new text, a notice readers see, and how many errors it mends. */
export function CorrectPage({ story }: { story: Story }) {
  const form = useCorrection(story)
  const { editors } = form
  useChecking(story, editors, form.edits, true)
  useLeaveGuard(form.changed && !form.done, words.kept)
  useKeys(words.title, [{ combo: 'mod+Enter', label: words.go, run: form.ask }])
  const why = !form.changed ? words.unchanged : form.notice.trim().length < 4 ? words.noticeShort : null
  return (
    <DetailPage
      id="correct"
      header={
        <PageHeader
          title={`${words.title}：${story.title}`}
          back={{ to: paths.story(story.id), label: story.title }}
          actions={
            <ActionButton type="primary" can={story.can.correct} why={why} loading={form.busy} onClick={form.ask}>
              {words.go}
            </ActionButton>
          }
        />
      }
      right={{
        title: words.panel,
        content: <Panel story={story} form={form} />,
      }}
    >
      <div className="writing">
        <Toolbar
          editor={editors.body}
          acts={{
            onPictures: (files) => form.pasting.insertFiles(editors.body, files),
            onImport: (file) => void form.pasting.importInto(editors.body, file),
            onPlainPaste: () => void form.pasting.readPlain(editors.body),
          }}
        />
        {form.error && <Alert type="error" showIcon role="alert" title={form.error} />}
        <div className="paper">
          <Field editor={editors.title} className="paper-title" />
          <Field editor={editors.deck} className="paper-deck" />
          <Field editor={editors.body} className="paper-body" />
        </div>
      </div>
    </DetailPage>
  )
}

type Correction = ReturnType<typeof useCorrection>

/** What readers are told, how many errors it mends, and what it changes. */
function Panel({ story, form }: { story: Story; form: Correction }) {
  return (
    <div className="facts">
      <Input.TextArea
        value={form.notice}
        onChange={(event) => form.setNotice(event.target.value)}
        placeholder={words.noticePlaceholder}
        aria-label={words.notice}
        maxLength={300}
        autoSize={{ minRows: 4 }}
      />
      <label className="fact">
        <span className="fact-label">{words.errors}</span>
        <InputNumber
          min={0}
          max={1000}
          precision={0}
          value={form.errors}
          onChange={(value) => form.setErrors(value ?? 0)}
          aria-label={words.errors}
        />
        <span className="rm-muted">{words.errorsHint}</span>
      </label>
      <Changes story={story} editors={form.editors} edits={form.edits} />
    </div>
  )
}

function useCorrection(story: Story) {
  const me = useMe()
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const remember = useRemember()
  const pasting = usePasting()
  const key = mirrorKey(me.id, `correct.${story.id}`)
  const [start] = useState(() => readMirror(localStorage, key)?.content ?? contentOf(story))
  const [edits, setEdits] = useState(0)
  const [notice, setNotice] = useState('')
  const [errors, setErrors] = useState(1)
  const [state, setState] = useState({ busy: false, done: false, error: '' })
  const editors = useWordEditors(start, {
    editable: true,
    onEdited: () => setEdits((count) => count + 1),
    onPaste: pasting.onPaste,
    onDrop: pasting.onDrop,
  })
  useMirror(story, editors, key, edits)
  const send = async () => {
    setState({ busy: true, done: false, error: '' })
    try {
      const text = wordsIn(editors)
      const { title, deck, body } = checked(factsOf(story), text.title.trim(), text.deck.trim(), text.body)
      const reply = await api.newsroom.correctStory({
        params: { id: story.id },
        body: { rev: story.rev, title, deck, body, notice: notice.trim(), errors },
      })
      dropMirror(localStorage, key)
      setState({ busy: false, done: true, error: '' })
      remember(reply)
      void message.success(words.done)
      await navigate(paths.story(story.id), { replace: true })
    } catch (problem) {
      setState({
        busy: false,
        done: false,
        error: problem instanceof Error && problem.name === 'Error' ? problem.message : sentenceFor(problem),
      })
    }
  }
  const changed = edits > 0 || start.title !== story.title || start.body !== story.body
  const ask = () => {
    if (!changed || notice.trim().length < 4 || state.busy) return
    const content = (
      <>
        <p>{words.goText}</p>
        <p className="correct-notice">{notice.trim()}</p>
      </>
    )
    modal.confirm({ title: words.goTitle, content, okText: words.go, onOk: send })
  }
  return { editors, pasting, edits, notice, setNotice, errors, setErrors, ask, changed, ...state }
}

/** A correction is not on the server before it is published: until then this browser keeps it. */
function useMirror(story: Story, editors: WordEditors, key: string, edits: number): void {
  useEffect(() => {
    if (edits === 0) return undefined
    const timer = setTimeout(() => {
      const content = { ...factsOf(story), ...wordsIn(editors) }
      writeMirror(localStorage, key, { at: new Date().toISOString(), rev: story.rev, content })
    }, 800)
    return () => clearTimeout(timer)
  }, [edits])
}

/** What the correction changes, as it stands. */
function Changes({ story, editors, edits }: { story: Story; editors: WordEditors; edits: number }) {
  const [now, setNow] = useState(() => contentOf(story))
  useEffect(() => {
    const timer = setTimeout(() => setNow({ ...contentOf(story), ...wordsIn(editors) }), 600)
    return () => clearTimeout(timer)
  }, [edits])
  const count = diffBlocks(story.body, now.body as Body).filter((row) => row.kind !== 'same').length
  return count > 0 || now.title !== story.title || now.deck !== story.deck ? (
    <DiffView before={contentOf(story)} after={now} />
  ) : (
    <p className="rm-muted">{words.unchanged}</p>
  )
}
