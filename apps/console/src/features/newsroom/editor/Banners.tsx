import type { Revision, Story } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { reasonAgainst } from '../../../lib/can.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { formatMoment } from '../../../lib/format.ts'
import { useHere } from '../../../lib/here.ts'
import { useMe } from '../../../lib/session.ts'
import { DiffView } from '../parts/DiffView.tsx'
import { zh } from '../zh.ts'
import { contentOf } from './content.ts'
import { dropMirror } from './mirror.ts'
import { clockTime } from './SaveLine.tsx'
import type { Writing } from './useWriting.ts'
import { loadWords, wordsIn } from './useWords.ts'

/** What stands between the writer and the text: why it is read-only, who has the lock, what can be restored. */
export function Banners({ story, writing }: { story: Story; writing: Writing }) {
  const why = reasonAgainst(story.can.edit)
  const returned = story.state === 'draft' && story.returned
  const isOut = story.state === 'published' || story.state === 'corrected'
  return (
    <div className="banners">
      {returned && (
        <Alert
          type="warning"
          showIcon
          title={zh.acts.returned(returned.by.name, formatMoment(returned.at))}
          description={returned.reason}
        />
      )}
      {story.withdrawal && (
        <Alert
          type="error"
          showIcon
          title={`${zh.acts.withdrawn}　${formatMoment(story.withdrawal.at)}　${story.withdrawal.by.name}`}
          description={story.withdrawal.reason}
        />
      )}
      {story.corrections.map((one) => (
        <Alert
          key={one.at}
          type="info"
          title={`${zh.acts.correct}　${formatMoment(one.at)}　${one.by.name}`}
          description={one.notice}
        />
      ))}
      {why && !isOut && <Alert type="info" title={`${zh.editor.readOnly}：${why}`} />}
      {isOut && <OutBanner story={story} />}
      <LockBanner story={story} writing={writing} canEdit={why === null} />
      <RestoreOffer story={story} writing={writing} />
      <PasteNote writing={writing} />
    </div>
  )
}

/** The story is with the readers: where they see it, and what may still be done about it. */
function OutBanner({ story }: { story: Story }) {
  const here = useHere(story.title || zh.library.untitled)
  const may = story.can.correct.ok
  return (
    <Alert
      type="info"
      title={may ? zh.editor.out : zh.editor.outForOthers}
      action={
        <span className="banner-acts">
          {story.slug && (
            <Button href={`/a/${story.slug}`} target="_blank" rel="noopener">
              {zh.acts.openReader}
            </Button>
          )}
          {may && (
            <Link to={paths.storyCorrect(story.id)} state={here}>
              <Button>{zh.acts.correct}</Button>
            </Link>
          )}
        </span>
      }
    />
  )
}

function LockBanner({ story, writing, canEdit }: { story: Story; writing: Writing; canEdit: boolean }) {
  const me = useMe()
  const ownElsewhere = story.lock?.holder.id === me.id
  const { lock, engine } = writing
  const { modal } = App.useApp()
  const failed = engine.locker.rescueFailed.use()
  const takeOver = (name: string) =>
    modal.confirm({
      title: zh.lock.takeOverTitle(name),
      content: zh.lock.takeOverText,
      okText: zh.lock.takeOver,
      onOk: () => engine.locker.send({ type: 'takeOver' }),
    })
  if (lock.kind === 'other' && canEdit) {
    return (
      <Alert
        type="warning"
        showIcon
        title={ownElsewhere ? zh.lock.elsewhere : zh.lock.other(lock.holder, clockTime(lock.since).slice(0, 5))}
        action={<Button onClick={() => takeOver(lock.holder)}>{zh.lock.takeOver}</Button>}
      />
    )
  }
  if (lock.kind !== 'lost') return null
  const kept =
    lock.revision !== null ? zh.lock.lostKept(lock.revision) : failed ? zh.lock.lostLocal : zh.lock.lostKeeping
  const load = async () => {
    writing.load(await writing.look())
    engine.locker.send({ type: 'reloaded' })
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={zh.lock.lost(lock.holder)}
      description={lock.hadText ? kept : zh.lock.lostNothing}
      action={
        <span className="banner-acts">
          {failed && <Button onClick={engine.locker.retryRescue}>{zh.editor.retry}</Button>}
          {(lock.revision !== null || !lock.hadText) && <Button onClick={() => void load()}>{zh.lock.load}</Button>}
          <Button onClick={() => takeOver(lock.holder)}>{zh.lock.again}</Button>
        </span>
      }
    />
  )
}

function RestoreOffer({ story, writing }: { story: Story; writing: Writing }) {
  const { offer, dismissOffer, editable, engine } = writing
  const { message } = App.useApp()
  const [comparing, setComparing] = useState(false)
  if (!offer) return null
  const done = () => {
    setComparing(false)
    dismissOffer()
  }
  const take = () => {
    done()
    if (editable) {
      loadWords(writing.editors, offer.content)
      const { title: _title, deck: _deck, body: _body, ...facts } = offer.content
      writing.setFacts(facts)
      void message.success(zh.restore.restored)
      return
    }
    engine.keep(offer.content).then(
      (kept: Revision) => {
        dropMirror(localStorage, writing.mirrorKey)
        void message.success(zh.moved.kept(kept.no), 8)
      },
      (error: unknown) => message.error(sentenceFor(error)),
    )
  }
  const drop = () => {
    dropMirror(localStorage, writing.mirrorKey)
    done()
  }
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={zh.restore.title}
        description={zh.restore.text(formatMoment(offer.at))}
        action={
          <span className="banner-acts">
            <Button type="primary" onClick={take}>
              {editable ? zh.restore.take : zh.restore.keep}
            </Button>
            <Button onClick={() => setComparing(true)}>{zh.restore.compare}</Button>
            <Button type="text" onClick={drop}>
              {zh.restore.drop}
            </Button>
          </span>
        }
      />
      <Modal open={comparing} width={900} title={zh.restore.title} onCancel={() => setComparing(false)} footer={null}>
        <DiffView before={contentOf(story)} after={offer.content} />
      </Modal>
    </>
  )
}

function PasteNote({ writing }: { writing: Writing }) {
  const { pasting, editors } = writing
  const { note } = pasting
  if (!note) return null
  return (
    <Alert
      type="info"
      closable={{ onClose: pasting.dismiss }}
      title={zh.editor.paste.cleaned(note.words)}
      action={
        note.plain !== '' && (
          <Button size="small" onClick={() => pasting.usePlainInstead(editors.body, note)}>
            {zh.editor.paste.plain}
          </Button>
        )
      }
    />
  )
}

/** Two people changed the story: both texts side by side, and whichever is not chosen is kept as a version. */
export function MovedDialog({ writing }: { writing: Writing }) {
  const { moved, setMoved, engine } = writing
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  if (!moved) return null
  const mine = { ...writing.facts, ...wordsIn(writing.editors) }
  const choose = async (which: 'mine' | 'theirs') => {
    setBusy(true)
    try {
      const kept = await engine.keep(which === 'theirs' ? writing.content() : contentOf(moved))
      if (which === 'theirs') writing.load(moved)
      else writing.remember(moved)
      setMoved(null)
      void message.success(zh.moved.kept(kept.no), 8)
      if (which === 'mine') await engine.saver.flush(true)
      else dropMirror(localStorage, writing.mirrorKey)
    } catch (error) {
      void message.error(sentenceFor(error), 6)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={960}
      title={zh.moved.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button loading={busy} onClick={() => void choose('theirs')}>
            {zh.moved.theirs}
          </Button>
          <Button type="primary" loading={busy} onClick={() => void choose('mine')}>
            {zh.moved.mine}
          </Button>
        </>
      }
    >
      <p>{zh.moved.text}</p>
      <DiffView before={contentOf(moved)} after={mine} look="sideBySide" />
    </Modal>
  )
}
