import type { Missed, Sample, Truth } from '@rongmei/contract'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useRef, useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useLeaveGuard } from '../../lib/leave-guard.ts'
import { useApi, useApiMutation } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { addMissed, unionOf } from './marks.ts'
import { SampleText, selectedIn } from './SampleText.tsx'
import { zh } from './zh.ts'
import './quality.css'

const words = zh.sample

/** 标注: one text as first written; a person says which findings are false and what was missed. */
export function Component() {
  const { id = '' } = useParams()
  const query = useApi('quality', 'getSample', { params: { id } })
  return (
    <QueryState query={query} rows={12}>
      {(sample) => <Marking key={`${sample.id} ${sample.state}`} sample={sample} />}
    </QueryState>
  )
}

const beginWith = (sample: Sample): Truth =>
  sample.truth ?? (sample.can.settle.ok ? unionOf(sample.others) : (sample.own ?? { wrong: [], missed: [] }))

function Marking({ sample }: { sample: Sample }) {
  const { truth, open, saving, settles, change, save } = useMarking(sample)
  const text = useRef<HTMLElement>(null)
  const { message } = App.useApp()
  const markHere = () => {
    const place = selectedIn(text.current)
    if (!place) return void message.info(words.selectFirst)
    change({ ...truth, missed: addMissed(truth.missed, { ...place, right: '' }) })
    getSelection()?.removeAllRanges()
  }
  return (
    <>
      <PageHeader
        title={`${words.title}：${sample.title}`}
        back={{ to: paths.samples(), label: words.back }}
        meta={sample.state === 'settled' ? words.truth(sample.settledBy) : words.how}
        actions={
          <>
            <Button disabled={!open} onMouseDown={(event) => event.preventDefault()} onClick={markHere}>
              {words.missedHere}
            </Button>
            <ActionButton
              type="primary"
              can={settles ? sample.can.settle : sample.can.mark}
              loading={saving}
              onClick={save}
            >
              {settles ? words.settle : words.save}
            </ActionButton>
          </>
        }
      />
      <Disputes sample={sample} />
      <div className="sample">
        <SampleText ref={text} sample={sample} truth={truth} />
        <aside className="sample-side">
          <Findings sample={sample} truth={truth} open={open} onChange={change} />
          <MissedList sample={sample} truth={truth} open={open} onChange={change} />
        </aside>
      </div>
    </>
  )
}

/** What the person says about the text, and saving it: a marking, or for a third person the settlement. */
function useMarking(sample: Sample) {
  const [truth, setTruth] = useState(() => beginWith(sample))
  const [changed, setChanged] = useState(false)
  const { message } = App.useApp()
  const settles = sample.can.settle.ok
  const said = (state: Sample['state']) => {
    if (settles) return words.settled
    if (state === 'settled') return words.agreed
    return state === 'disputed' ? words.disputed : words.saved
  }
  const put = useApiMutation('quality', settles ? 'settleSample' : 'markSample', {
    onSuccess: ({ state }) => {
      setChanged(false)
      void message.success(said(state))
    },
  })
  useLeaveGuard(changed, words.leave)
  const change = (next: Truth) => {
    setTruth(next)
    setChanged(true)
  }
  const save = () => put.mutate({ params: { id: sample.id }, body: truth })
  return { truth, open: settles || sample.can.mark.ok, saving: put.isPending, settles, change, save }
}

function Disputes({ sample }: { sample: Sample }) {
  if (sample.state !== 'disputed' || !sample.dispute) return null
  return (
    <p className="rm-muted">
      {words.disputes(sample.dispute.wrong.length + sample.dispute.missed.length)}
      {sample.others.map((one) => (
        <span key={one.by.id}>　{words.others(one.by.name, one.wrong.length, one.missed.length)}</span>
      ))}
    </p>
  )
}

type ListProps = { sample: Sample; truth: Truth; open: boolean; onChange: (truth: Truth) => void }

function Findings({ sample, truth, open, onChange }: ListProps) {
  const toggle = (index: number) => {
    const wrong = truth.wrong.includes(index) ? truth.wrong.filter((one) => one !== index) : [...truth.wrong, index]
    onChange({ ...truth, wrong: wrong.sort((a, b) => a - b) })
  }
  return (
    <section aria-label={words.list}>
      <h2>{words.list}</h2>
      {sample.list.length === 0 && <p className="rm-muted">{words.none}</p>}
      <ul className="sample-list">
        {sample.list.map((finding, index) => (
          <li key={index}>
            <span>
              <del>{finding.quote}</del>
              {finding.suggestions.length > 0 && ` → ${finding.suggestions.join(' / ')}`}
              {sample.dispute?.wrong.includes(index) && <b>　{words.dispute}</b>}
            </span>
            <span className="rm-muted">{finding.explanation}</span>
            <span className="sample-line">
              <Button
                size="small"
                disabled={!open}
                aria-pressed={truth.wrong.includes(index)}
                type={truth.wrong.includes(index) ? 'primary' : 'default'}
                danger={truth.wrong.includes(index)}
                onClick={() => toggle(index)}
              >
                {words.wrong}
              </Button>
              {!truth.wrong.includes(index) && <span className="rm-muted">{words.right}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MissedList({ sample, truth, open, onChange }: ListProps) {
  const write = (mark: Missed, right: string) =>
    onChange({ ...truth, missed: truth.missed.map((one) => (one === mark ? { ...one, right } : one)) })
  const disputed = (mark: Missed) =>
    sample.dispute?.missed.some((one) => one.block === mark.block && one.start < mark.end && mark.start < one.end)
  return (
    <section aria-label={words.missed}>
      <h2>{words.missed}</h2>
      {truth.missed.length === 0 && <p className="rm-muted">{words.noMissed}</p>}
      <ul className="sample-list">
        {truth.missed.map((mark) => (
          <li key={`${mark.block} ${mark.start}`}>
            <span className="sample-line">
              <b>{mark.quote}</b> {words.shouldBe}
              <Input
                size="small"
                disabled={!open}
                maxLength={100}
                aria-label={`${mark.quote} ${words.shouldBe}`}
                value={mark.right}
                onChange={(event) => write(mark, event.target.value)}
              />
              <Button
                size="small"
                type="text"
                disabled={!open}
                onClick={() => onChange({ ...truth, missed: truth.missed.filter((one) => one !== mark) })}
              >
                {words.remove}
              </Button>
              {disputed(mark) && <b>{words.dispute}</b>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
