import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useHas } from '../../../lib/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { zh } from '../zh.ts'
import { isOpen, MARKS, type Shown } from './shown.ts'

const words = zh.findings

type CardActs = {
  accept: (shown: Shown, suggestion: string) => void
  ignore: (shown: Shown) => void
  addWord: (shown: Shown) => void
}

/** One finding: what, why, on what grounds, and what can be done about it. */
export function FindingCard(props: {
  shown: Shown
  chosen: boolean
  onChoose: () => void
  acts: CardActs | undefined
  /** A reason is asked for; `onIgnored(null)` means the writer thought better of it. */
  ignoring: boolean
  onIgnored: (reason: string | null) => void
}) {
  const { shown, chosen, acts } = props
  const { finding } = shown
  const open = isOpen(shown)
  return (
    <li
      className={`finding-card finding-card-${MARKS[finding.severity]}${chosen ? ' finding-card-chosen' : ''}${open ? '' : ' finding-card-decided'}`}
      data-card={shown.key}
      aria-current={chosen}
    >
      <button type="button" className="finding-card-main" onClick={props.onChoose}>
        <span className="finding-card-line">
          <span className={`finding-sign finding-sign-${MARKS[finding.severity]}`}>{finding.severity}</span>
          <span className="rm-muted">{finding.class}</span>
          {!shown.place && <span className="rm-muted">{words.gone}</span>}
        </span>
        <span className="finding-card-words">
          <span className="finding-quote">{finding.quote}</span>
          {finding.suggestions[0] !== undefined && (
            <span className="finding-arrow"> → {finding.suggestions[0] || words.deleteIt}</span>
          )}
        </span>
        <span className="finding-why">{finding.explanation}</span>
        {(chosen || !open) && finding.basis && (
          <span className="finding-basis rm-muted">{`${words.basis}：${finding.basis}`}</span>
        )}
      </button>
      {!open && <Decision shown={shown} />}
      {open && chosen && acts && !props.ignoring && <Buttons shown={shown} acts={acts} />}
      {props.ignoring && <Reason onDone={props.onIgnored} />}
    </li>
  )
}

function Buttons({ shown, acts }: { shown: Shown; acts: CardActs }) {
  const { suggestions } = shown.finding
  const keepsWords = useHas('wordlist.manage')
  return (
    <div className="finding-acts">
      {shown.place &&
        suggestions.slice(0, 4).map((suggestion, index) => (
          <Button
            key={suggestion}
            size="small"
            type={index === 0 ? 'primary' : 'default'}
            onClick={() => acts.accept(shown, suggestion)}
          >
            {suggestions.length === 1 ? words.accept : `${words.accept}“${suggestion || words.deleteIt}”`}
          </Button>
        ))}
      <Button size="small" onClick={() => acts.ignore(shown)}>
        {words.ignore}
      </Button>
      <ActionButton size="small" type="text" can={keepsWords} onClick={() => acts.addWord(shown)}>
        {words.addWord}
      </ActionButton>
      {suggestions.length === 0 && <span className="rm-muted">{words.noSuggestion}</span>}
    </div>
  )
}

function Decision({ shown }: { shown: Shown }) {
  const decision = shown.stored?.decision
  if (!decision) return null
  const ignoredMust = decision.verdict === 'ignored' && shown.finding.severity === '必须改'
  return (
    <div className={`finding-decision${ignoredMust ? ' finding-decision-bad' : ''}`}>
      {words[decision.verdict](decision.by.name)}
      {decision.reason && `：${decision.reason}`}
    </div>
  )
}

/** Why a 必须改 stays as it is: reviewers read this. */
function Reason({ onDone }: { onDone: (reason: string | null) => void }) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="finding-reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) onDone(reason.trim())
      }}
    >
      <Input
        autoFocus
        size="small"
        maxLength={200}
        placeholder={words.reason}
        aria-label={words.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone(null)
        }}
      />
      <div className="finding-acts">
        {words.reasons.map((one) => (
          <Button key={one} size="small" type="dashed" onClick={() => onDone(one)}>
            {one}
          </Button>
        ))}
        <Button size="small" type="primary" htmlType="submit" aria-disabled={!reason.trim()}>
          {words.ignore}
        </Button>
      </div>
    </form>
  )
}
